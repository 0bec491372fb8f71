namespace java org.acme.language

struct Left { string first, 1: i32 second, list<string> third }
exception Known { 1: i32 code = 7, 2: string text }
const Known PRESET = {"text": "preset"}
enum Dotted { A.B = 1, A_C = 2 }
const Dotted DOTTED = Dotted.A.B
typedef list<string (a = "b")> Names (c = "d")
struct Recursive { 1: optional Recursive & next_, 2: Names names = ['a', "b"], 3: uuid id }
senum Old { "small", "large" }
struct Uses { 1: Old size = "small", 2: slist text; 3: i32 self,, 4: i32 alias };
service Odd {
  i32 add(i32 left, i32 right) throws (Known known)
  async void fire(1: i32 times)
};
