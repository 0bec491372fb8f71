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
