const string A = "open
