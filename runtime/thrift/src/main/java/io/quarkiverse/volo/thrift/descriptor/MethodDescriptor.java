package io.quarkiverse.volo.thrift.descriptor;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A method of a service.
 *
 * @param service the name of the service that has or inherits it
 * @param name as in the IDL
 * @param oneway whether no reply is sent
 * @param result what it answers; {@code null} for void
 * @param arguments its arguments, as the struct that travels
 * @param exceptions the exceptions that it declares
 * @param comment the comment above it, without stars; empty if there is none
 */
public record MethodDescriptor(String service, String name, boolean oneway, @Nullable TypeDescriptor result,
        StructDescriptor arguments, List<FieldDescriptor> exceptions, Annotations annotations, String comment) {

    public MethodDescriptor {
        exceptions = List.copyOf(exceptions);
    }

    /** {@code HelloService.hello}. */
    public String fullName() {
        return service + "." + name;
    }

    MethodDescriptor inService(String heir) {
        return new MethodDescriptor(heir, name, oneway, result, arguments, exceptions, annotations, comment);
    }

    @Override
    public String toString() {
        return fullName();
    }
}
