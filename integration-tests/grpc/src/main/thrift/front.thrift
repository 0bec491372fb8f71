namespace java org.acme.front

/** Is called by Thrift, and calls by gRPC. */
service Front {
    string throughGrpc(1: string name)
}
