const map<double, string> A = {1.5: "a", 2: "b"}
