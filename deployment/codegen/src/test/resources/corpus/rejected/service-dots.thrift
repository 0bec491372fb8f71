service A.B { }
