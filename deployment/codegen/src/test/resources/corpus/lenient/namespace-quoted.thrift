namespace java "a.b"
