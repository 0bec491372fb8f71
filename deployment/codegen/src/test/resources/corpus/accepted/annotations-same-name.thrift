struct S { 1: i32 a (x = "1", x = "2") } (y = "1", y = "2")
