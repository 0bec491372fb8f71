service S { void a(), i32 a(1: i32 x) }
