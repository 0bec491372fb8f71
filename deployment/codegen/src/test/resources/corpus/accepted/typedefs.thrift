typedef i32 Id
typedef list<Id> Ids
typedef map<Id, Ids> Index (a = "b")
typedef A Alias
struct A { 1: Id id, 2: Ids ids, 3: Index index, 4: optional Alias other }
typedef A After
const Id FIRST = 1
const Ids SOME = [1, 2]
