namespace * a (b = "c")
