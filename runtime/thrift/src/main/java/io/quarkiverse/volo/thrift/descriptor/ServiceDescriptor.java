package io.quarkiverse.volo.thrift.descriptor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** A service. */
public final class ServiceDescriptor {

    private final String name;
    private final @Nullable Supplier<ServiceDescriptor> base;
    private final List<MethodDescriptor> own;
    private final Annotations annotations;
    private final String comment;
    // Gathered anew if two threads ask at once, with the same result.
    private volatile @Nullable Map<String, MethodDescriptor> all;

    ServiceDescriptor(String name, @Nullable Supplier<ServiceDescriptor> base, List<MethodDescriptor> own,
            Annotations annotations, String comment) {
        this.name = name;
        this.base = base;
        this.own = List.copyOf(own);
        this.annotations = annotations;
        this.comment = comment;
    }

    /** As in the IDL. */
    public String name() {
        return name;
    }

    /** The service that it extends; {@code null} if it extends none. */
    public @Nullable ServiceDescriptor base() {
        return base == null ? null : base.get();
    }

    /** All methods, inherited ones first, under this service's name: in the order of the generated definition. */
    public List<MethodDescriptor> methods() {
        return new ArrayList<>(all().values());
    }

    /** The method of this name, inherited ones included; {@code null} if there is none. */
    public @Nullable MethodDescriptor method(String name) {
        return all().get(name);
    }

    /** The names of all methods, inherited ones first. */
    public Set<String> methodNames() {
        return Collections.unmodifiableSet(all().keySet());
    }

    private Map<String, MethodDescriptor> all() {
        Map<String, MethodDescriptor> methods = all;
        if (methods == null) {
            methods = new LinkedHashMap<>();
            ServiceDescriptor inherited = base();
            if (inherited != null) {
                for (MethodDescriptor method : inherited.methods()) {
                    methods.put(method.name(), method.inService(name));
                }
            }
            for (MethodDescriptor method : own) {
                methods.put(method.name(), method);
            }
            all = methods;
        }
        return methods;
    }

    public Annotations annotations() {
        return annotations;
    }

    /** The comment above it, without stars; empty if there is none. */
    public String comment() {
        return comment;
    }

    @Override
    public String toString() {
        return "service " + name;
    }
}
