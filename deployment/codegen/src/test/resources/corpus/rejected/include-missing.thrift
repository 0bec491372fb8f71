include "part/nothing.thrift"
