const string K = "k"
const i32 V = 3
const map<string, i32> A = {K: V}
