package io.quarkiverse.volo;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkiverse.volo.context.Role;

/**
 * Puts a {@link io.quarkiverse.volo.service.Layer} bean around all calls that the application serves, makes, or both. The class
 * is {@code @Singleton} unless it has a scope.
 *
 * <p>
 * A request meets the layers in the order of their {@link jakarta.annotation.Priority}: the smaller, the further outside; 5000
 * for a layer without one; layers of the same priority in the order of their class names. Outside of all of them are Volo's
 * own, inside of them those of {@link UseLayers}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GlobalLayer {

    /** The side whose calls the layer sees. */
    Role[] value();

    /** Whether the layer sees a client's calls or their attempts. */
    LayerPosition position() default LayerPosition.CALL;
}
