struct A {}
service B { void m() throws (1: A a) }
