package io.quarkiverse.volo.codegen.proto;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;

import io.quarkiverse.volo.codegen.source.JavaName;

/** The Java types that protoc makes of a set of files. */
final class JavaNames {

    private final Map<String, MessageType> messages = new HashMap<>();
    private final Map<String, Set<String>> packages = new HashMap<>();

    JavaNames(FileDescriptorSet set) {
        set.getFileList().forEach(this::add);
    }

    private void add(FileDescriptorProto file) {
        FileNames names = new FileNames(file);
        typesIn(names.javaPackage()).addAll(names.topLevelTypes());
        String scope = file.getPackage().isEmpty() ? "" : "." + file.getPackage();
        for (DescriptorProto message : file.getMessageTypeList()) {
            boolean ownFile = names.hasFileOfItsOwn(message);
            JavaName outermost = ownFile ? new JavaName(names.javaPackage(), message.getName()) : names.fileClass();
            boolean deprecated = !ownFile && file.getOptions().getDeprecated();
            add(scope, message, outermost, ownFile ? "" : "." + message.getName(), deprecated);
        }
    }

    private void add(String scope, DescriptorProto message, JavaName outermost, String nested, boolean outerDeprecated) {
        String name = scope + "." + message.getName();
        boolean deprecated = outerDeprecated || message.getOptions().getDeprecated();
        messages.put(name, new MessageType(outermost, nested, deprecated));
        for (DescriptorProto inner : message.getNestedTypeList()) {
            add(name, inner, outermost, nested + "." + inner.getName(), deprecated);
        }
    }

    /** @param name as descriptors have it: {@code .shop.v1.Order.Item} */
    MessageType message(String name) {
        return Objects.requireNonNull(messages.get(name), name);
    }

    /** The top-level types of a Java package, open for more. */
    Set<String> typesIn(String javaPackage) {
        return packages.computeIfAbsent(javaPackage, key -> new HashSet<>());
    }
}
