namespace java org.acme.shapes

// How loud it was.
enum volume {
  quiet = 1 (volo.name = "QUIET")
  // Hurts.
  loud = 2 (volo.name = "LOUD", deprecated = "be quiet")
} (volo.name = "Volume")

typedef list<bool> Flags (volo.java_type = "boolean[]")

/** What was measured. */
struct sample_v2 {
  1: required string sensor (volo.name = "sensorName")
  2: list<i64> (volo.java_type = "long[]") counts
  3: optional list<double> values (volo.java_type = "double[]")
  4: list<i32> codes = [1, 2, 3] (volo.java_type = "int[]")
  5: required Flags flags
  6: map<string, list<i16> (volo.java_type = "short[]")> series
  7: list<i8> raw (volo.java_type = "byte[]")
  8: string unit (deprecated)
  9: i32 height (deprecated = "measure <it> yourself")  // in metres
  10: volume level = volume.loud
} (volo.name = "Sample")

struct Account {
  1: required string owner
  2: string password (volo.sensitive)
  3: optional i64 pin (volo.sensitive)
  4: i32 visits
}

exception Denied {
  1: string message (volo.sensitive)
  2: i32 code
}

/** Is written as it was read. */
struct Proxied {
  1: i32 number
  2: string text = "none"
  3: list<i64> ids = [1]
  4: required i32 needed
  5: bool flag (volo.presence = "implicit")
  6: optional i32 limit = 10
} (volo.presence = "explicit")

/** Who somebody says to be. */
union credential_v1 {
  1: string token (volo.sensitive)
  2: list<i64> (volo.java_type = "long[]") keys (volo.sensitive)
  3: string user_name (volo.name = "login")
  4: i32 number (deprecated = "use token")  // The first ones had numbers.
} (volo.name = "Credential")

/** Hides and keeps. */
struct Vault {
  1: string code (volo.sensitive)
  2: credential_v1 opener = {"number": 1}
  3: list<volume> alarms (deprecated)
} (volo.keep_unknown_fields)

union OldProof {
  1: string text (volo.sensitive)
  2: list<volume> alarms (volo.sensitive)
} (deprecated, volo.keep_unknown_fields)

struct OldSample {
  1: i32 value
  2: optional OldSample before
} (deprecated = "use Sample")

service sampler {
  sample_v2 take(1: string sensor_id (volo.name = "sensor"), 2: string secret (volo.sensitive)) throws (1: Denied denied)
    (volo.name = "takeSample")
  void old(1: OldSample sample (deprecated)) (deprecated = "use take")
  list<i64> (volo.java_type = "long[]") counts(1: list<i64> since (volo.java_type = "long[]"), 2: i32 limit (volo.presence = "explicit"))
} (volo.name = "Sampler")

service BetterSampler extends sampler {
  void again()
}

const volume LOUDEST = volume.loud (deprecated)
const sample_v2 NO_SAMPLE = {"sensor": "none", "flags": [true], "unit": "m"}
const list<i64> (volo.java_type = "long[]") PRIMES = [2, 3, 5] (volo.name = "FIRST_PRIMES")
