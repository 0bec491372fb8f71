include "part/shared.thrift"
struct A { 1: base.Id id }
