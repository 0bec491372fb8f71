namespace * org.acme.store

exception NotFound {
  1: string key
  2: i32 code
}

service Health {
  void ping()
}

/** Keeps values. */
service Store extends Health {
  /**
   * Finds a value.
   */
  string get_value(1: string key /* what was put */) throws (1: NotFound missing)
  map<string, list<string>> all(1: optional i32 limit, 2: set<string> prefixes)
  i32 size()
  oneway void forget(1: string key)
}
struct Lock { 1: i32 id }
exception Busy {}
service Other { void work(1: Lock lock) throws (1: NotFound missing, 2: Busy busy) }
