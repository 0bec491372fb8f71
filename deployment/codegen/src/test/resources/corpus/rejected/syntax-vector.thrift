struct A { 1: vector<i32> a }
