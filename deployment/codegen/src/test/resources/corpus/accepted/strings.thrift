const string A = "double 'quoted'"
const string B = 'single "quoted"'
const string C = "escaped \" \\ \n \r \t \'"
const string D = 'escaped \' too'
const string E = ""
const string F = "umlaut ä, 漢字, 😀"
const string G = "tab	inside # no comment // nor this /* nor that */"
const binary H = "bytes"
