const set<i32> A = [1, 1]
