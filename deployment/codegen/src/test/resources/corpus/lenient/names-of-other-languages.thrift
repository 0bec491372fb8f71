struct A { 1: i32 self, 2: i32 alias, 3: i32 class, 4: string public }
enum E { new, delete }
service S { void import(1: i32 package) }
struct yield { 1: i32 a }
