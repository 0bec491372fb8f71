const i32 A.B = 1
