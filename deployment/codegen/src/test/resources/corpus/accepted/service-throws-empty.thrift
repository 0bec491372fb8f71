service A { void m() throws () }
