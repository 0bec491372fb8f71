package io.quarkiverse.volo;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Serves the RPC services whose generated interfaces the class implements, on every protocol that their IDL allows. The class
 * is a CDI bean, {@code @Singleton} unless it says {@code @ApplicationScoped}.
 *
 * <p>
 * A method that returns a {@code Uni} runs on the event loop and must not block it; any other runs on a worker thread.
 * {@code @RunOnVirtualThread}, {@code @Blocking} and {@code @NonBlocking} on the method or the class say otherwise. Each call
 * has a duplicated Vert.x context of its own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface VoloService {

    /**
     * The generated interfaces whose methods a {@link io.quarkiverse.volo.thrift.generic.GenericService} answers; empty for
     * classes that implement them.
     */
    Class<?>[] value() default {};
}
