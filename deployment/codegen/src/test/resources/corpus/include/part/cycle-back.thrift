include "part/cycle.thrift"
struct C {}
