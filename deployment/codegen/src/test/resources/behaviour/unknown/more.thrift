namespace java org.acme.kept
include "kept.thrift"

// What later versions may look like.
enum NewerColor { RED = 1, GREEN = 2, BLUE = 3, PINK = 4 }
struct NewerItem {
  1: required string name
  2: NewerColor color
  3: set<NewerColor> colors
  4: optional list<string> notes
  10: bool yes
  11: i8 tiny
  12: i16 small
  13: i32 medium
  14: i64 large
  15: double real
  16: string text
  17: binary bytes
  18: uuid id
  19: list<bool> bools
  20: set<string> strings
  21: map<i32, list<NewerItem>> nested
  22: optional NewerItem inner
  23: map<string, bool> noEntries
  24: list<double> noElements
  25: list<list<map<string, set<i64>>>> deep
  26: bool no
}
union NewerChoice { 1: NewerItem item, 2: NewerColor color, 3: list<NewerColor> colors, 9: NewerItem newer, 10: bool yes }
exception NewerFailed { 1: string message, 2: NewerColor color, 3: i32 code }

// The same fields of other types.
struct OtherItem { 1: required string name, 2: string color, 3: set<string> colors, 4: optional list<i32> notes }
union OtherChoice { 1: i32 item, 2: string color, 3: list<string> colors }
struct OtherOuter { 2: map<NewerColor, OtherItem> byColor }

struct Outer {
  1: list<kept.Item> items
  2: map<kept.Color, kept.Item> byColor
  3: list<kept.Choice> choices
  4: kept.Choice choice
  5: list<list<string>> lists
  6: list<Forgetful> forgetful
} (volo.keep_unknown_fields)
struct NewerOuter {
  1: list<NewerItem> items
  2: map<NewerColor, NewerItem> byColor
  3: list<NewerChoice> choices
  4: NewerChoice choice
  5: list<list<i32>> lists
  6: list<NewerItem> forgetful
}
struct Forgetful { 1: string name } (volo.keep_unknown_fields = "false")
struct Empty {} (volo.keep_unknown_fields = "1")
exception Nothing {} (volo.keep_unknown_fields = "1")
struct Clash { 1: string unknownFields, 2: string unknown_fields, 3: i32 keeper, 4: kept.Color field, 5: string UnknownFields }
  (volo.keep_unknown_fields)
service Shop { kept.Item buy(1: kept.Item item, 2: kept.Color color) throws (1: kept.Failed failed) }

struct Large {
  1: i32 f1
  2: i32 f2
  3: i32 f3
  4: i32 f4
  5: i32 f5
  6: i32 f6
  7: i32 f7
  8: i32 f8
  9: i32 f9
  10: i32 f10
  11: i32 f11
  12: i32 f12
  13: i32 f13
  14: i32 f14
  15: i32 f15
  16: i32 f16
  17: i32 f17
  18: i32 f18
  19: i32 f19
  20: i32 f20
  21: i32 f21
  22: i32 f22
  23: i32 f23
  24: i32 f24
  25: i32 f25
  26: i32 f26
  27: i32 f27
  28: i32 f28
  29: i32 f29
  30: i32 f30
  31: i32 f31
  32: i32 f32
  33: i32 f33
  34: i32 f34
  35: i32 f35
  36: i32 f36
  37: i32 f37
  38: i32 f38
  39: i32 f39
  40: i32 f40
  41: i32 f41
  42: i32 f42
  43: i32 f43
  44: i32 f44
  45: i32 f45
  46: i32 f46
  47: i32 f47
  48: i32 f48
  49: i32 f49
  50: i32 f50
  51: i32 f51
  52: i32 f52
  53: i32 f53
  54: i32 f54
  55: i32 f55
  56: i32 f56
  57: i32 f57
  58: i32 f58
  59: i32 f59
  60: i32 f60
  61: i32 f61
  62: kept.Color color
  63: list<kept.Color> colors
} (volo.keep_unknown_fields)
struct NewerLarge {
  1: i32 f1
  2: i32 f2
  3: i32 f3
  4: i32 f4
  5: i32 f5
  6: i32 f6
  7: i32 f7
  8: i32 f8
  9: i32 f9
  10: i32 f10
  11: i32 f11
  12: i32 f12
  13: i32 f13
  14: i32 f14
  15: i32 f15
  16: i32 f16
  17: i32 f17
  18: i32 f18
  19: i32 f19
  20: i32 f20
  21: i32 f21
  22: i32 f22
  23: i32 f23
  24: i32 f24
  25: i32 f25
  26: i32 f26
  27: i32 f27
  28: i32 f28
  29: i32 f29
  30: i32 f30
  31: i32 f31
  32: i32 f32
  33: i32 f33
  34: i32 f34
  35: i32 f35
  36: i32 f36
  37: i32 f37
  38: i32 f38
  39: i32 f39
  40: i32 f40
  41: i32 f41
  42: i32 f42
  43: i32 f43
  44: i32 f44
  45: i32 f45
  46: i32 f46
  47: i32 f47
  48: i32 f48
  49: i32 f49
  50: i32 f50
  51: i32 f51
  52: i32 f52
  53: i32 f53
  54: i32 f54
  55: i32 f55
  56: i32 f56
  57: i32 f57
  58: i32 f58
  59: i32 f59
  60: i32 f60
  61: i32 f61
  62: NewerColor color
  63: list<NewerColor> colors
  64: string added
}
