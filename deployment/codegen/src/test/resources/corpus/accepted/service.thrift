struct Request { 1: string name }
struct Response { 1: string text }
exception NotFound { 1: string key }
exception Broken { 1: i32 code }
service Empty {}
service Store {
  void ping()
  Response get(1: Request request) throws (1: NotFound notFound, 2: Broken broken)
  oneway void log(1: string line)
  list<map<string, i32>> all(1: set<i64> ids = [1], 2: optional bool flag, 3: required i32 last)
  i32 (a = "b") count() (deprecated)
}
service More extends Store { void other() }
