include "part/shared.thrift"
include "part/shared.thrift"
struct A { 1: shared.User user }
