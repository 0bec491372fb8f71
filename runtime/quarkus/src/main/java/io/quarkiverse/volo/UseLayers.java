package io.quarkiverse.volo;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkiverse.volo.service.Layer;

/**
 * Puts layers around the calls of one {@link VoloService} bean, inside of the {@linkplain GlobalLayer global} ones, in the
 * order in which they are listed: the first is the outermost. The layers are CDI beans, {@code @Singleton} unless they have a
 * scope.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UseLayers {

    /** The classes of the layers, the outermost first. */
    Class<? extends Layer>[] value();
}
