namespace java dots
struct Thing {}
const i32 NUMBER = 3
