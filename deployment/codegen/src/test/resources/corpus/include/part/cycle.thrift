include "part/cycle-back.thrift"
struct B {}
