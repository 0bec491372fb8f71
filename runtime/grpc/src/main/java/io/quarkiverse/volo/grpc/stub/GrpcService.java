package io.quarkiverse.volo.grpc.stub;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the interfaces generated for a gRPC service and leads from them to its definition; read while an application is built.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GrpcService {

    /** The generated definition of the service; it has a public constructor without parameters. */
    Class<? extends ServiceDefinition<?, ?>> value();
}
