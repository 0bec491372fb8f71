package io.quarkiverse.volo.benchmark;

import io.quarkiverse.volo.UseLayers;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.benchmark.echo.Message;
import io.quarkiverse.volo.benchmark.variants.LayeredEcho;
import io.smallrye.mutiny.Uni;

/** The subject, with a layer around it that does nothing. */
@VoloService
@UseLayers(NothingLayer.class)
public class LayeredEchoBean implements LayeredEcho {

    @Override
    public Uni<Message> echoLayered(Message message) {
        return Uni.createFrom().item(new Message(message.text()));
    }
}
