namespace java org.acme.more (volo.presence = "explicit")
include "shapes.thrift"

struct OfFile { 1: i32 number, 2: string text, 3: required i32 needed, 4: shapes.Flags flags, 5: bool flag (volo.presence = "implicit") }
struct Opted { 1: i32 number } (volo.presence = "implicit")
struct Alike { 1: i32 a (volo.name = "b"), 2: i32 b (volo.name = "a"), 3: required i32 in, 4: required i32 x (volo.name = "in_"), 5: required i32 y (volo.name = "in_read") }
struct UsesOld { 1: list<shapes.OldSample> old, 2: shapes.volume level = shapes.volume.loud, 3: shapes.sample_v2 preset = {"sensor": "s", "flags": [], "height": 1} }
service UsesOldService extends shapes.sampler { shapes.OldSample fetch(1: shapes.OldSample old) }
exception Leak { 1: string user, 2: string secret (volo.sensitive), 3: i32 code }
service Later extends Gone { void now() }
service Gone { void gone() } (deprecated)
struct Taken { 1: i32 number } (volo.name = "MoreIdl")
