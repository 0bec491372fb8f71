senum Old { "a", "b"; "c" }
struct A { 1: Old old }
