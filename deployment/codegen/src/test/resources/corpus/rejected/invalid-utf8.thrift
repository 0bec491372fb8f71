const string A = "ÿþ"
