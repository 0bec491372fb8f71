namespace java io.quarkiverse.volo.codecbenchmark

/** A text of 1 KiB. */
struct Text {
    1: required string text
}

struct Item {
    1: required i64 id
    2: required string name
    3: required double price
    4: required bool available
    5: required i32 count
    6: optional string remark
}

/** Maps, a hundred structs, texts of 1 KiB. */
struct Order {
    1: required i64 id
    2: required string note
    3: required map<string, string> labels
    4: required map<i32, i64> amounts
    5: required list<Item> items
    6: required list<string> pages
    7: required Item favourite
}

/** Numbers one by one and in lists. */
struct Numbers {
    1: required i32 a1
    2: required i32 a2
    3: required i32 a3
    4: required i32 a4
    5: required i32 a5
    6: required i64 b1
    7: required i64 b2
    8: required i64 b3
    9: required i64 b4
    10: required i64 b5
    11: required double c1
    12: required double c2
    13: required double c3
    14: required double c4
    15: required double c5
    16: required i16 d1
    17: required byte d2
    18: required bool d3
    19: required list<i64> many
    20: required list<double> measured
    21: required list<i32> counted
}

/** The same, with the lists in arrays. */
struct NumbersInArrays {
    1: required i32 a1
    2: required i32 a2
    3: required i32 a3
    4: required i32 a4
    5: required i32 a5
    6: required i64 b1
    7: required i64 b2
    8: required i64 b3
    9: required i64 b4
    10: required i64 b5
    11: required double c1
    12: required double c2
    13: required double c3
    14: required double c4
    15: required double c5
    16: required i16 d1
    17: required byte d2
    18: required bool d3
    19: required list<i64> many (volo.java_type = "long[]")
    20: required list<double> measured (volo.java_type = "double[]")
    21: required list<i32> counted (volo.java_type = "int[]")
}
