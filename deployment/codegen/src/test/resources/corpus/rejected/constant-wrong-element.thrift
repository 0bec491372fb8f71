const list<i32> A = [1, "x"]
