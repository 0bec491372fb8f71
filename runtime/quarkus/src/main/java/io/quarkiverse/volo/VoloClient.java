package io.quarkiverse.volo;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;

/**
 * Injects a client of a generated service: {@code HelloService}, {@code HelloService.Blocking}, or
 * {@code HelloService.Client} and {@code HelloService.BlockingClient}, which also take options for one call; or a
 * {@link io.quarkiverse.volo.thrift.generic.GenericClient}, which calls any service by name. Clients of one name share
 * configuration and connections.
 *
 * <pre>{@code
 * @VoloClient
 * HelloService hello; // configured under quarkus.volo.clients.hello
 *
 * @VoloClient("billing")
 * BillingService.Client payments; // configured under quarkus.volo.clients.billing
 * }</pre>
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE })
public @interface VoloClient {

    /** Stands for the name of the annotated field or parameter. */
    String ELEMENT_NAME = "<<element name>>";

    /** The client's name in the configuration; without it, the name of the field or parameter. */
    String value() default ELEMENT_NAME;

    /** The annotation as a value, for programmatic lookup. */
    final class Literal extends AnnotationLiteral<VoloClient> implements VoloClient {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /** The qualifier of the client of this name. */
        public static Literal of(String name) {
            return new Literal(Objects.requireNonNull(name, "name"));
        }

        @Override
        public String value() {
            return value;
        }
    }
}
