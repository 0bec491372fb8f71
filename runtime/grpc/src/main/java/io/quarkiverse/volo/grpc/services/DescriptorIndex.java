package io.quarkiverse.volo.grpc.services;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;

/** Finds files by what they declare. Immutable once made. */
final class DescriptorIndex {

    private final Map<String, FileDescriptor> byName = new HashMap<>();
    private final Map<String, FileDescriptor> bySymbol = new HashMap<>();
    /** By the message that is extended, and the number. */
    private final Map<String, SortedMap<Integer, FileDescriptor>> extensions = new HashMap<>();

    /** @param files those, and all that they import, are found; of two of the same name the first */
    DescriptorIndex(Collection<FileDescriptor> files) {
        files.forEach(this::add);
    }

    private void add(FileDescriptor file) {
        if (byName.putIfAbsent(file.getFullName(), file) != null) {
            return;
        }
        file.getMessageTypes().forEach(this::add);
        file.getEnumTypes().forEach(this::add);
        file.getServices().forEach(this::add);
        file.getExtensions().forEach(this::addExtension);
        file.getDependencies().forEach(this::add);
    }

    private void add(Descriptor message) {
        addSymbol(message);
        message.getFields().forEach(this::addSymbol);
        message.getOneofs().forEach(this::addSymbol);
        message.getNestedTypes().forEach(this::add);
        message.getEnumTypes().forEach(this::add);
        message.getExtensions().forEach(this::addExtension);
    }

    private void add(EnumDescriptor type) {
        addSymbol(type);
        type.getValues().forEach(this::addSymbol);
    }

    private void add(ServiceDescriptor service) {
        addSymbol(service);
        service.getMethods().forEach(this::addSymbol);
    }

    private void addExtension(FieldDescriptor extension) {
        addSymbol(extension);
        extensions.computeIfAbsent(extension.getContainingType().getFullName(), type -> new TreeMap<>())
                .putIfAbsent(extension.getNumber(), extension.getFile());
    }

    private void addSymbol(GenericDescriptor symbol) {
        bySymbol.putIfAbsent(symbol.getFullName(), symbol.getFile());
    }

    @Nullable
    FileDescriptor file(String name) {
        return byName.get(name);
    }

    /** The file that declares a message, an enum, a service, or a member of one, by its full name. */
    @Nullable
    FileDescriptor declaring(String symbol) {
        return bySymbol.get(symbol);
    }

    @Nullable
    FileDescriptor extending(String message, int number) {
        return extensions.getOrDefault(message, new TreeMap<>()).get(number);
    }

    /** The numbers by which a message is extended, in order; {@code null} if there is no such message. */
    @Nullable
    Collection<Integer> extensionsOf(String message) {
        FileDescriptor file = bySymbol.get(message);
        SortedMap<Integer, FileDescriptor> known = extensions.get(message);
        if (known != null) {
            return known.keySet();
        }
        return file != null && isMessage(file, message) ? List.of() : null;
    }

    private static boolean isMessage(FileDescriptor file, String symbol) {
        return isMessage(file.getMessageTypes(), symbol);
    }

    private static boolean isMessage(List<Descriptor> types, String symbol) {
        return types.stream().anyMatch(type -> type.getFullName().equals(symbol)
                || (symbol.startsWith(type.getFullName() + ".") && isMessage(type.getNestedTypes(), symbol)));
    }

    /** A file and all that it imports, itself first. */
    static Set<FileDescriptor> withImports(FileDescriptor file) {
        Set<FileDescriptor> all = new LinkedHashSet<>();
        collect(file, all);
        return all;
    }

    private static void collect(FileDescriptor file, Set<FileDescriptor> all) {
        if (all.add(file)) {
            file.getDependencies().forEach(imported -> collect(imported, all));
        }
    }
}
