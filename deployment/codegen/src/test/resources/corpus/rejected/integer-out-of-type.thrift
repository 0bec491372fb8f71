const i8 A = 128
