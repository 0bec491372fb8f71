enum E { A = 300 }
const i8 X = E.A
