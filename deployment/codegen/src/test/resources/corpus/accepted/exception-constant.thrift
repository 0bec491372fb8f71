exception X { 1: i32 a, 2: string b }
const X C = {"b": "text"}
