package io.quarkiverse.volo.service;

/**
 * A middleware: wraps a service into another one that does something before, after, around or instead of it. Is asked once for
 * each method when a client or server is put together, not at each call.
 *
 * <p>
 * The method is generic, so a layer is a class or a method reference, not a lambda.
 */
@FunctionalInterface
public interface Layer {

    <Q, R> Service<Q, R> around(Service<Q, R> next);
}
