enum A { X, Y, Z }
enum B { X = 1, Y, Z = 5, W }
enum C { M = -2147483648, P = 2147483647, H = 0xFF, N = -0x10 }
enum D { ONE = 1 (a = "b"), TWO (c) } (d = "e")
