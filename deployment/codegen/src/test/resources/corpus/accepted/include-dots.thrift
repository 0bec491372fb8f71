include "part/with.dots.thrift"
struct A { 1: with.dots.Thing t, 2: i32 n = with.dots.NUMBER }
