package io.quarkiverse.volo.benchmark;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.benchmark.echo.Echo;
import io.quarkiverse.volo.benchmark.echo.Message;
import io.smallrye.mutiny.Uni;

/** The subject: what a user would write. */
@VoloService
public class EchoBean implements Echo {

    @Override
    public Uni<Message> echo(Message message) {
        return Uni.createFrom().item(new Message(message.text()));
    }
}
