// What BrokenStartTest starts with.
namespace java org.acme.broken

struct Broken {
    1: required strin text
    2: required string text
}
