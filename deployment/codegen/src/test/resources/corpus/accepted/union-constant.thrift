union U { 1: i32 a, 2: string b }
const U X = {"b": "text"}
struct S { 1: U u = {"a": 1} }
