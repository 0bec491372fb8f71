namespace java part.base
typedef i64 Id
const i32 LIMIT = 10
