// What DevModeTest edits.
namespace java org.acme.echo

const string PREFIX = "echo"

struct Question {
    1: required string text
}

struct Answer {
    1: required string text
}

service EchoService {
    Answer echo(1: Question question)
}
