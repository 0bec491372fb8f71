struct A {}
include "part/shared.thrift"
