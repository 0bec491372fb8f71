exception A.B { }
