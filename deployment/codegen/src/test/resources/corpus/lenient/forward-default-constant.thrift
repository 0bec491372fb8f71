struct A { 1: i32 a = LATER }
const i32 LATER = 1
