service S { async void fire(1: i32 a) }
