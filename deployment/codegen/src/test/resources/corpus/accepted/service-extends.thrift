struct A { 1: i32 x }
service Base { A get(1: i32 id) }
service Middle extends Base {}
service Top extends Middle { void put(1: A a) } (x = "y")
