const uuid U = "12345678"
