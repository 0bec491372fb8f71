exception A xsd_all { 1: i32 a }
