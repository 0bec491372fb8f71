struct A { 1: E e = E.X }
enum E { X }
