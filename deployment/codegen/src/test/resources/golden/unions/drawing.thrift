namespace java org.acme.drawing

enum Color { RED = 1, GREEN = 2 }

/** What can be drawn: exactly one of these. */
union Shape {
  /** Its radius. */
  1: double circle
  2: list<Shape> group              // may hold others
  3: string text = "hello"
  4: Color fill
  5: map<string, list<Color>> palettes
  7: bool visible
}

/** Has no members, yet. */
union Nothing {}

struct Drawing {
  1: required Shape main
  2: Shape frame
  3: optional Shape background = {"fill": Color.GREEN}
  4: map<Shape, set<Shape>> parts
}

const Shape UNIT = {"circle": 1}
