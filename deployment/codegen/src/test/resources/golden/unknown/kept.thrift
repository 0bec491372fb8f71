namespace java org.acme.kept

enum Color { RED = 1, GREEN = 2 }

struct Item {
  1: required string name
  2: Color color
  3: set<Color> colors
  4: optional list<string> notes
} (volo.keep_unknown_fields = "true")

union Choice {
  1: Item item
  2: Color color
  3: list<Color> colors
} (volo.keep_unknown_fields = "true")

exception Failed {
  1: string message
  2: Color color
} (volo.keep_unknown_fields = "true")
