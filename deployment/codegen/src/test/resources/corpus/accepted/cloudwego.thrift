namespace go base.api
namespace rs volo.api
struct Request {
  1: required string Msg (api.body = "msg", api.vd = "len($) > 0", go.tag = "json:\"msg\" form:\"msg\"")
  2: optional list<string> Ids (api.query = "ids", vt.max_size = "10", vt.elem.min_size = "1")
  3: map<string, string> Header (pilota.rust_type = "btree", pilota.name = "headers")
  255: optional string Extra (go.tag = 'yaml:"extra"')
}
struct Response { 1: i32 code (api.http_code = "", vt.in = "1", vt.in = "2") } (pilota.rust_wrapper_arc = "true")
service Echo {
  Response Echo(1: Request req) (api.post = "/echo", api.get = "/echo/:id", api.category = "demo")
  Response Stream(1: Request req) (streaming.mode = "bidirectional")
} (api.base_domain = "example.com")
