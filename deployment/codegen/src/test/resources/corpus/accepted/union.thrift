struct S { 1: i32 a }
union U { 1: i32 a, 2: string b, 3: S s, 4: list<U> more } (x = "y")
