struct A { 1: A & a, 2: optional A& b, 3: list<A> & c, 4: i32 &d }
service S { void m(1: A & a) }
