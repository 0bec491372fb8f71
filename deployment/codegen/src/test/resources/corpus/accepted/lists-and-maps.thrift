const list<i32> A = [1, 2, 3,]
const set<string> B = ["a", "b"]
const map<string, list<i32>> C = {"a": [1], "b": [], "c": [2, 3]}
const list<i32> D = []
const map<i32, i32> E = {}
const list<map<i32, bool>> F = [{1: true}, {2: false}]
const map<bool, double> G = {true: 1.5}
