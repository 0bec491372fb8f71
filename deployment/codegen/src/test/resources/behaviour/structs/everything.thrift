namespace java org.acme.types
include "shared.thrift"

typedef list<shared.Color> Palette

/**
 * One field of each kind.
 * Careful: <b> & @author
 */
struct Everything {
  1: bool flag
  2: i8 tiny
  3: i16 small
  4: i32 medium = 4
  5: i64 large
  6: double real = 1.5
  7: string text = "it's \"text\""
  8: binary bytes
  9: uuid id
  10: list<string> names = ["a", "b"]   // what it is called
  11: set<i64> numbers
  12: map<string, list<shared.Color>> colors
  13: shared.Color color
  14: Inner inner
  15: optional i32 maybe_number
  16: optional shared.Millis timeout = 1000
  17: required i64 needed
  18: required Inner needed_inner
  19: Inner preset = {"name": "preset"}
  20: shared.Color tint = shared.FAVOURITE
  21: optional list<Palette> palettes
}

struct Inner {
  1: required string name
}

struct Nothing {
}

/** Is not there. */
exception NotFound {
  1: string message
  2: optional Inner what
}

const map<string, Inner> INNERS = {"one": {"name": "first"}, "two": {"name": "second"}}
const i32 MOST = 100
const shared.Millis SECOND = 1000
struct Wide {
  1: required i32 a, 2: required i64 b, 3: required bool c, 4: required double d
}
/** What a later version of Inner may look like. */
struct Newer {
  1: string name, 2: list<map<string, i32>> added, 3: Everything more
}
struct OtherTypes {
  10: list<i32> names, 12: map<string, list<i32>> colors, 17: i32 needed
}
struct Tree { 1: i32 value, 2: list<Tree> children, 3: optional Tree next }
struct Palettes { 1: list<shared.Color> colors, 2: map<shared.Color, i32> counts }
