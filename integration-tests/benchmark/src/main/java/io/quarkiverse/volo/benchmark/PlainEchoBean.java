package io.quarkiverse.volo.benchmark;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.benchmark.echo.Message;
import io.quarkiverse.volo.benchmark.variants.PlainEcho;

/** Runs on worker threads, as its signature says. */
@VoloService
public class PlainEchoBean implements PlainEcho.Blocking {

    @Override
    public Message echoPlain(Message message) {
        return new Message(message.text());
    }
}
