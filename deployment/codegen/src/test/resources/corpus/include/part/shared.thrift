include "base.thrift"
namespace java part.shared
enum Color { RED = 1, GREEN = 2 }
struct User { 1: string name, 2: base.Id id }
struct Wrapped { 1: User user }
exception NoUser { 1: string name }
service Users { User get(1: base.Id id) }
