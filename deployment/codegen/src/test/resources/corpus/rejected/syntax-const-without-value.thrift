const i32 A
