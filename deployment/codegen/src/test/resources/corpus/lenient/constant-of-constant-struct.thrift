struct S { 1: i32 a }
const S A = {"a": 1}
const S B = A
