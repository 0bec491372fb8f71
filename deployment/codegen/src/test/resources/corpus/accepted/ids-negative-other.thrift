struct A { -7: i32 a, -3: i32 b, 3: i32 c }
