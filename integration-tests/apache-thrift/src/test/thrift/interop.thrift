// Spoken by our client and server and by Apache's. ../generate-apache-code makes Apache's half; the build makes ours.
namespace java io.quarkiverse.volo.interop

enum Mood {
    CALM = 1
    MERRY = 7
}

union Token {
    1: string word
    2: list<Token> many
    3: Mood mood
}

/** One field of each kind that a codec can get wrong. */
struct Greeting {
    1: required string name
    2: optional i32 times
    3: bool loud
    4: i8 level
    5: i16 year
    6: i64 nanos
    7: double weight
    8: binary seal
    9: Mood mood
    10: list<string> titles
    11: set<i32> lots
    12: map<string, list<i64>> marks
    13: optional Greeting reply
    14: optional Token token
}

exception Refused {
    1: string reason
    2: i32 code
}

service Greeter {
    Greeting greet(1: Greeting greeting)
    void check(1: string name) throws (1: Refused refused)
    oneway void note(1: string text)
    list<string> notes()
}

/** A newer version of the service: what a peer that knows only Greeter has never heard of. */
service NewerGreeter extends Greeter {
    string added(1: string text)
}
