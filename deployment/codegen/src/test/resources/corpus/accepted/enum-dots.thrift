enum A { X.Y = 1, Z = 2 }
struct S { 1: A a = A.Z }
