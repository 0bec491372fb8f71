namespace java a
struct A {
  // c
  1: i32 a
}
