const E A = E.X
enum E { X }
