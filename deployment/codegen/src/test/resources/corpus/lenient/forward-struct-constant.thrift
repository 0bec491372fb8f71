const S A = {"x": 1}
struct S { 1: i32 x }
