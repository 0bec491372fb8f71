struct A { i32 a, string b, 1: i32 c, bool d }
service S { void m(i32 a, i32 b) throws (X x) }
exception X { string text }
