include "part/shared.thrift";
