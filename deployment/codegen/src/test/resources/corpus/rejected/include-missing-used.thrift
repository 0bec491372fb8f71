include "part/nothing.thrift"
struct A { 1: nothing.B b }
