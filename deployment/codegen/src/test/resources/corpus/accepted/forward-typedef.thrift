struct A { 1: T t }
typedef list<U> T
typedef i32 U
