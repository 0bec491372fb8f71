service A { void m() throws (1: X x) }
exception X {}
