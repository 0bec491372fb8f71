namespace java org.acme.more
include "store.thrift"
service Vault extends store.Store {
  void lock(1: required string why, 2: store.Lock lock, 3: optional store.Lock other)
}
