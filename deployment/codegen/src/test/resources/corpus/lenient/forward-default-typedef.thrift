struct A { 1: T t = 4 }
typedef i32 T
