struct S { 1: i32 a (deprecated) 2: i32 b (deprecated, x = "y") } (deprecated)
service V { void m() (deprecated) }
