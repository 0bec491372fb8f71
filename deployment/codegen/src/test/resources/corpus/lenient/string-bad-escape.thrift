const string A = "regular \d expression"
