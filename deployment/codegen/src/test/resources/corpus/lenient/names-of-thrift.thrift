struct A { 1: i32 list, 2: i32 service, 3: i32 required, 4: optional i32 optional, 5: i32 string, 6: string namespace }
