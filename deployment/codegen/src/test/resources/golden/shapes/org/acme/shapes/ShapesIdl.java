package org.acme.shapes;

import java.util.List;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.descriptor.IdlFile;
import org.jspecify.annotations.NullMarked;

/** What shapes.thrift says, for descriptors. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class ShapesIdl {

    /** The file; it is read when something of it is first asked for. */
    public static final IdlFile FILE = new IdlFile(
        "shapes.thrift",
        List.of(),
        """
        /** What was measured. */
        struct sample_v2 (volo.name = "Sample") {
          1: required string sensor (volo.name = "sensorName")
          2: list<i64> counts
          3: optional list<double> values (volo.java_type = "double[]")
          4: list<i32> codes = [1, 2, 3] (volo.java_type = "int[]")
          5: required list<bool> flags
          6: map<string, list<i16>> series
          7: list<byte> raw (volo.java_type = "byte[]")
          8: string unit (deprecated = "1")
          /** in metres */
          9: i32 height (deprecated = "measure <it> yourself")
          10: volume level = loud
        }
        struct Account {
          1: required string owner
          2: string password (volo.sensitive = "1")
          3: optional i64 pin (volo.sensitive = "1")
          4: i32 visits
        }
        exception Denied {
          1: string message (volo.sensitive = "1")
          2: i32 code
        }
        /** Is written as it was read. */
        struct Proxied (volo.presence = "explicit") {
          1: i32 number (volo.presence = "explicit")
          2: string text = "none" (volo.presence = "explicit")
          3: list<i64> ids = [1] (volo.presence = "explicit")
          4: required i32 needed
          5: bool flag (volo.presence = "implicit")
          6: optional i32 limit = 10 (volo.presence = "explicit")
        }
        /** Who somebody says to be. */
        union credential_v1 (volo.name = "Credential") {
          1: optional string token (volo.sensitive = "1")
          2: optional list<i64> keys (volo.sensitive = "1")
          3: optional string user_name (volo.name = "login")
          /** The first ones had numbers. */
          4: optional i32 number (deprecated = "use token")
        }
        /** Hides and keeps. */
        struct Vault (volo.keep_unknown_fields = "1") {
          1: string code (volo.sensitive = "1")
          2: credential_v1 opener = {"number": 1}
          3: list<volume> alarms (deprecated = "1")
        }
        union OldProof (deprecated = "1", volo.keep_unknown_fields = "1") {
          1: optional string text (volo.sensitive = "1")
          2: optional list<volume> alarms (volo.sensitive = "1")
        }
        struct OldSample (deprecated = "use Sample") {
          1: i32 value
          2: optional OldSample before
        }
        /** How loud it was. */
        enum volume (volo.name = "Volume") {
          quiet = 1 (volo.name = "QUIET")
          /** Hurts. */
          loud = 2 (volo.name = "LOUD", deprecated = "be quiet")
        }
        service sampler (volo.name = "Sampler") {
          sample_v2 take(1: string sensor_id (volo.name = "sensor"), 2: string secret (volo.sensitive = "1")) throws (1: Denied denied) (volo.name = "takeSample")
          void old(1: OldSample sample (deprecated = "1")) (deprecated = "use take")
          list<i64> counts(1: list<i64> since (volo.java_type = "long[]"), 2: i32 limit (volo.presence = "explicit"))
        }
        service BetterSampler extends sampler {
          void again()
        }
        """
    );

    private ShapesIdl() {
    }
}
