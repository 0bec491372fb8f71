struct i32 { 1: bool a }
