package io.quarkiverse.volo.benchmark;

import jakarta.inject.Inject;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.benchmark.echo.Echo;
import io.quarkiverse.volo.benchmark.echo.Message;
import io.quarkiverse.volo.benchmark.variants.ProxiedEcho;
import io.smallrye.mutiny.Uni;

/** Has another server answer. */
@VoloService
public class ProxiedEchoBean implements ProxiedEcho {

    @Inject
    @VoloClient("echo")
    Echo.Client client;

    @Override
    public Uni<Message> echoProxied(Message message) {
        return client.echo(message);
    }
}
