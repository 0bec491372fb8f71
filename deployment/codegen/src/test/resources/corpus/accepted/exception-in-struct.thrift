exception X { 1: i32 a }
struct A { 1: X x, 2: list<X> more }
