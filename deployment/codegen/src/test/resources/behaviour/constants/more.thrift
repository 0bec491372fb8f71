namespace java org.acme.limits
include "limits.thrift"
enum Level { LOW = 1, HIGH = 2 }
struct Limits { 1: required i64 most = limits.MOST, 2: Level level = Level.HIGH, 3: optional list<i64> numbers = limits.NUMBERS }
const i64 AGAIN = limits.SHORT
const Level FIRST = 1
const Level SECOND = HIGH
const i32 LEVEL_NUMBER = Level.HIGH
const Limits PRESET = {"most": 5}
const map<Level, Limits> BY_LEVEL = {Level.LOW: {"most": 1}, Level.HIGH: {"numbers": [1]}}
