package io.quarkiverse.volo.benchmark;

import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;

/** Only passes on: the row tells what a layer costs that does nothing. */
public class NothingLayer implements Layer {

    @Override
    public <Q, R> Service<Q, R> around(Service<Q, R> next) {
        return (context, request) -> next.call(context, request);
    }
}
