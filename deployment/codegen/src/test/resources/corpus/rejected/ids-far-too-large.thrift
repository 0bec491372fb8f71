struct A { 4294967297: i32 a, 1: i32 b }
