struct A { 1: S s = {"x": 1} }
struct S { 1: i32 x }
