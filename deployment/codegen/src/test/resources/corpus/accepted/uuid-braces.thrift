const uuid U = "{12345678-9ABC-DEF0-1234-56789abcdef0}"
