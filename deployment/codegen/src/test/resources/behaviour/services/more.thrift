namespace java org.acme.more
include "store.thrift"
include "lock.thrift"
service Vault extends store.Store {
  void lock(1: required string why, 2: lock.Lock lock, 3: optional lock.Lock other)
}
