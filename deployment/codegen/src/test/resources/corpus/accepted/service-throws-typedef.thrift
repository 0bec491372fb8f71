exception X {}
typedef X Y
service B { void m() throws (1: Y y) }
