typedef i32 A.B
