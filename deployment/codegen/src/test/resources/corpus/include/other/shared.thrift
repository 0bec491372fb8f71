namespace java other.shared
struct User {}
