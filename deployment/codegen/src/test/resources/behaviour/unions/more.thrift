namespace java org.acme.drawing
include "drawing.thrift"

/** What a later version of Shape may look like. */
union NewerShape {
  1: double circle
  8: string added
  9: map<i32, list<string>> more
}
/** As Shape, but of other types. */
union OtherTypes { 1: string circle, 2: list<i32> group, 5: map<string, list<i64>> palettes }

/** A union as others see it: more than one member can be written. */
struct Loose { 1: optional double circle, 3: optional string text, 12: optional i32 later }

typedef drawing.Shape Figure
union Wrapped { 1: Figure figure, 2: drawing.Drawing drawing, 3: Wrapped again, 4: binary bytes, 5: uuid id }

// What generated code might trip over.
union Codec { 1: i32 codec }
union Member { 1: i32 member, 2: string Member, 3: string string, 4: list<string> list, 5: map<string, drawing.Shape> map }
union Unknown { 1: i32 unknown, 2: i32 id }
union names {
  1: i32 _
  2: i32 class
  3: i32 hashCode
  4: i32 names
  5: i32 first_name
  6: i32 firstName
  7: i32 FIRSTNAME
  8: binary objects
  9: binary Objects
  10: i64 value
  11: i64 in
  12: i64 field
  13: i64 CODEC
  14: drawing.Shape shape
  15: Loose Shape
  16: set<i64> immutableSet
  17: i32 override
  18: i32 illegalArgumentException
}
union WithoutIds { i32 a, string b }

struct Choices {
  1: list<drawing.Shape> many
  2: optional Wrapped wrapped
  3: set<drawing.Nothing> nothings
}
exception Refused { 1: drawing.Shape why }
service Painter {
  drawing.Shape paint(1: drawing.Shape shape, 2: list<Figure> others) throws (1: Refused refused)
}
const list<Figure> FIGURES = [{"text": "a"}, {"group": [drawing.UNIT, {"palettes": {"p": [drawing.Color.RED]}}]}]
const map<drawing.Shape, string> BY_SHAPE = {{"visible": 1}: "yes", {"circle": 0}: "no"}
