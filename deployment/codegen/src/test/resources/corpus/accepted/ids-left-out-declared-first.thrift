struct A { i32 a, string b, 1: i32 c, bool d }
exception X { string text }
service S { void m(i32 a, 1: i32 b, i32 c) throws (X x) }
