const i32 A = "text"
