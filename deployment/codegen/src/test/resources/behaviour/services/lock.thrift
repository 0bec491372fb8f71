namespace java org.acme.store
include "store.thrift"

struct Lock { 1: i32 id }
exception Busy {}
service Other { void work(1: Lock lock) throws (1: store.NotFound missing, 2: Busy busy) }
