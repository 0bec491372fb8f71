namespace java org.acme.types
include "everything.thrift"
include "shared.thrift"

struct Wide {
  1: required i32 a, 2: required i64 b, 3: required bool c, 4: required double d
}
/** What a later version of Inner may look like. */
struct Newer {
  1: string name, 2: list<map<string, i32>> added, 3: everything.Everything more
}
struct OtherTypes {
  10: list<i32> names, 12: map<string, list<i32>> colors, 17: i32 needed
}
struct Tree { 1: i32 value, 2: list<Tree> children, 3: optional Tree next }
struct Palettes {
  1: list<shared.Color> colors, 2: map<shared.Color, i32> counts, 3: set<shared.Color> different
  4: map<string, list<map<i32, shared.Color>>> nested, 5: required shared.Color main = shared.Color.RED
}
union Paint { 1: shared.Color color, 2: list<shared.Color> colors }
exception Faded { 1: shared.Color color, 2: set<shared.Color> colors }
service Mixer { shared.Color mix(1: shared.Color color, 2: list<shared.Color> colors) throws (1: Faded faded) }
service Shelf { map<string, shared.Color> all() }
