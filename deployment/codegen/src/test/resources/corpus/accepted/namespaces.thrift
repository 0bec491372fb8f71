namespace java org.acme.one
namespace * fallback
namespace py acme.one
namespace py.twisted acme.two
namespace rs acme
namespace go acme.one
namespace cpp acme.one
namespace delphi Acme
namespace xsd test (uri = "http://thrift.apache.org/ns/test")
namespace unknown_language a.b.c_d
struct A {}
