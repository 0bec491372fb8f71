struct All {
  1: list<i32> a
  2: set<string> b
  3: map<string, binary> c
  4: list<list<set<map<i8, list<double>>>>> d
  5: map<map<i32, i32>, set<list<bool>>> e
  6: list<All> f
}
