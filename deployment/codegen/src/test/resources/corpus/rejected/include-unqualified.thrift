include "part/shared.thrift"
struct A { 1: User user }
