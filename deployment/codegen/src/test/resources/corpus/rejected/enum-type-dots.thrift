enum A.B { X }
