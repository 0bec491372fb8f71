struct A { 1: B b, 2: list<C> c, 3: E e }
struct B { 1: optional A a }
union C { 1: A a, 2: B b }
enum E { X }
