include "part/shared.thrift"
include "other/shared.thrift"
struct A { 1: shared.User user }
