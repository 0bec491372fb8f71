const i32 A = 12ab
