enum A { X, X }
