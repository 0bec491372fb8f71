const list<i32> A = [1]
const list<i32> B = A
const map<i32, string> C = {1: "a"}
const map<i32, string> D = C
