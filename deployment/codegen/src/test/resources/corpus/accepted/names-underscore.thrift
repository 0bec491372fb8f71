struct _A { 1: i32 _, 2: i32 __a, 3: i32 a_1_b, 4: i32 A9 }
