include "part/shared.thrift"
include 'part/base.thrift'
namespace java with.include
struct A { 1: shared.User user, 2: list<base.Id> ids, 3: shared.Color color = shared.Color.GREEN, 4: i32 limit = base.LIMIT }
const shared.Color C = shared.Color.RED
const i32 L = base.LIMIT
const map<shared.Color, shared.User> USERS = {shared.Color.RED: {"name": "r"}}
typedef shared.User Person
service S extends shared.Users { shared.User find(1: base.Id id) throws (1: shared.NoUser none) }
