package io.quarkiverse.volo.benchmark;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.benchmark.echo.Message;
import io.quarkiverse.volo.benchmark.variants.ScopedEcho;
import io.smallrye.mutiny.Uni;

/** What it injects makes the build activate the request scope for its calls. */
@VoloService
public class ScopedEchoBean implements ScopedEcho {

    @Inject
    Scoped scoped;

    @Override
    public Uni<Message> echoScoped(Message message) {
        return Uni.createFrom().item(new Message(message.text()));
    }

    /** Nobody calls it: the row tells what the scope alone costs. */
    @RequestScoped
    public static class Scoped {
    }
}
