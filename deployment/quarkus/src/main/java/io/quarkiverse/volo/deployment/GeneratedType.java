package io.quarkiverse.volo.deployment;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

/**
 * One of the four interfaces that are generated for a service.
 *
 * @param info the interface
 * @param protocol what its methods are called by
 * @param definition the generated class that leads to the service's methods and clients
 * @param kind which of the four it is
 */
record GeneratedType(ClassInfo info, Protocol protocol, DotName definition, Kind kind) implements Comparable<GeneratedType> {

    enum Protocol {
        THRIFT,
        GRPC;

        /** By which the interfaces are known that are generated for it. */
        DotName annotation() {
            return this == THRIFT ? VoloNames.THRIFT_SERVICE : VoloNames.GRPC_SERVICE;
        }
    }

    enum Kind {
        /** {@code X}: methods answer a {@code Uni}. */
        REACTIVE(""),
        /** {@code X.Blocking}: methods answer a value. */
        BLOCKING("$Blocking"),
        /** {@code X.Client}: {@code X} with options for a call. */
        CLIENT("$Client"),
        /** {@code X.BlockingClient}: {@code X.Blocking} with options for a call. */
        BLOCKING_CLIENT("$BlockingClient");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }

        /** Whether an application may implement it. */
        boolean isServed() {
            return this == REACTIVE || this == BLOCKING;
        }
    }

    DotName name() {
        return info.name();
    }

    /** The name of the outermost interface, which stands for the service. */
    String serviceType() {
        String own = name().toString();
        return own.substring(0, own.length() - kind.suffix.length());
    }

    @Override
    public int compareTo(GeneratedType other) {
        return name().compareTo(other.name());
    }

    /** As it is written in source code. */
    @Override
    public String toString() {
        return serviceType() + kind.suffix.replace('$', '.');
    }
}
