struct S { 1: i32 a }
struct T { 1: S (a = "b") s }
