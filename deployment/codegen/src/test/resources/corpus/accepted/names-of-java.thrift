struct A { 1: i32 int, 2: i32 long, 3: i32 enum_, 4: string boolean, 5: i32 record, 6: i32 sealed, 7: i32 hashCode, 8: i32 permits, 9: i32 char, 10: bool const_ }
struct String { 1: string value }
struct Object { 1: String s }
enum List { of, copyOf, int }
