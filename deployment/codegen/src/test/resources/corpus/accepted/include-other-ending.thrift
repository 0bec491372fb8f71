include "part/other.idl"
struct A { 1: other.Thing t }
