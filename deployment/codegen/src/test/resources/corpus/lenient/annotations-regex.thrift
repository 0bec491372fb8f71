struct S { 1: string a (vt.pattern = "^[a-z]{2}\.\w+$") }
