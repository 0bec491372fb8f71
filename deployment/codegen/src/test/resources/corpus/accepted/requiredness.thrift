struct A {
  1: required i32 a
  2: optional i32 b
  3: i32 c
  4: required i32 d = 1
  5: optional string e = "x"
  6: i64 f = 3
}
exception X { 1: required i32 code, 2: optional string text, 3: string other }
