enum Color { RED = 1, GREEN = 2 }
const i32 ONE = 1
const i64 WIDE = ONE
const double REAL = ONE
const string NAME = "name"
const string SAME = NAME
const Color FAVOURITE = Color.RED
const Color BY_NUMBER = 2
const i32 NUMBER = Color.GREEN
const list<i32> LIST = [ONE, Color.RED, 5]
const map<Color, string> NAMES = {Color.RED: NAME, Color.GREEN: "g"}
const bool YES = true
const bool NO = 0
