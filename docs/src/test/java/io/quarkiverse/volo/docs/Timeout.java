package io.quarkiverse.volo.docs;

import java.time.Duration;

import io.quarkiverse.volo.GlobalLayer;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;

@GlobalLayer(Role.CLIENT)
public class Timeout implements Layer {
    @Override
    public <Q, R> Service<Q, R> around(Service<Q, R> next) {
        return (context, request) -> next.call(context, request)
                .ifNoItem().after(Duration.ofMillis(300)).failWith(() -> new VoloException(ErrorKind.TIMEOUT,
                        context.describe() + ": no reply within 300 ms", null));
    }
}
