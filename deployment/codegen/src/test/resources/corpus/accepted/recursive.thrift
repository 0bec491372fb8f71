struct Tree { 1: string name, 2: list<Tree> children, 3: optional Tree & parent, 4: map<string, Tree> byName }
union Expression { 1: i64 number, 2: Pair & sum }
struct Pair { 1: Expression & left, 2: required Expression right }
exception Chain { 1: optional Chain cause }
