struct A { 1: list<A> a, 2: map<string, list<set<A>>> b }
