const T A = 1
typedef i32 T
