namespace java org.acme.shared

// How a thing looks.
enum Color {
  RED = 1, // like a rose
  GREEN,
  BLUE = 0x10
}

typedef i64 Millis

const Color FAVOURITE = Color.GREEN
