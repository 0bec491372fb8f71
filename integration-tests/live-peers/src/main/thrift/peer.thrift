// What the peers of all three languages speak: Java's, Go's (Kitex) and Rust's (Volo). Each build makes its own code of it.
namespace java io.quarkiverse.volo.peers
namespace go peer
namespace rs peer

enum Color {
    RED = 1
    GREEN = 2
    BLUE = 70000
}

struct Point {
    1: required i32 x
    2: optional i32 y
}

union Choice {
    1: string text
    2: i64 number
    3: Point point
}

/** Every type that all three know. */
struct Everything {
    1: required bool flag
    2: required i8 tiny
    3: required i16 small
    4: required i32 number
    5: required i64 large
    6: required double real
    7: required string text
    8: required binary bytes
    9: required Color color
    10: required list<string> names
    11: required set<i32> numbers
    12: required map<string, i64> index
    13: required Point point
    14: required list<Point> points
    15: required map<i32, list<string>> groups
    16: required map<string, Point> places
    17: required Choice choice
    18: optional string remark
    19: optional i32 rank
    20: optional Everything child
    21: list<Color> colors
    300: optional bool last
}

exception Refused {
    1: required string reason
    2: required i32 code
}

/** The values that came with a call. */
struct Metadata {
    1: required map<string, string> persistents
    2: required map<string, string> transients
}

/** A call as its server sees it. */
struct Facts {
    /** Empty if the server was not told. */
    1: required string caller
    2: required string callee
    3: required string method
    /** How long the call may take; 0 if the server was not told. */
    4: required i32 timeoutMillis
}

service PeerService {
    Everything echo(1: Everything value)

    void nothing()

    /** Throws what it is told. */
    string refuse(1: string reason, 2: i32 code) throws (1: Refused refused)

    /** Fails with an error that the IDL does not declare. */
    string fail(1: string message)

    /** Answers with a business error. */
    string business(1: i32 code, 2: string message, 3: map<string, string> extra)

    /** What came with the call; sends the backward value with the answer. */
    Metadata metainfo(1: string backwardKey, 2: string backwardValue)

    Facts facts()

    /** Answers the token after so many milliseconds. */
    string slow(1: i32 millis, 2: string token)

    /** Remembers the word. */
    oneway void note(1: string word)

    /** Whether the word has been remembered. */
    bool noted(1: string word)
}
