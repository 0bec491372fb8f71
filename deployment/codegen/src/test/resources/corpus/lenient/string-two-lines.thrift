const string A = "two
lines"
