include "part/shared.thrift"
struct A { 1: shared.Wrapped w }
