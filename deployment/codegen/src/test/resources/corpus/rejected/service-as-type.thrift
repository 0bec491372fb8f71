service A {}
struct B { 1: A a }
