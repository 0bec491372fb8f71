namespace java org.acme.names.more
include "names.thrift"
service Client extends names.TypesService { names.Client client_of(1: names.Blocking b) }
service Blocking { void ping(1: names.String string) }
service BlockingClient extends Blocking { string Blocking() }
struct UsesNames { 1: names.String string, 2: optional names.Builder builder, 3: list<names.List> lists, 4: string java }
