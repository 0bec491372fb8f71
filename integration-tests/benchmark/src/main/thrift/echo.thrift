namespace java io.quarkiverse.volo.benchmark.echo

/** What is sent there and back. */
struct Message {
    1: required string text
}

service Echo {
    Message echo(1: Message message)
}
