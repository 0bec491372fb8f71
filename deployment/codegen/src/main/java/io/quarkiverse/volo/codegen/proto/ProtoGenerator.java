package io.quarkiverse.volo.codegen.proto;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.JavaFeaturesProto;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.source.JavaFile;

/** Turns the services of Protobuf files into Java; the messages are protoc's. */
public final class ProtoGenerator {

    private ProtoGenerator() {
    }

    /**
     * The sources for the services of some files, by path.
     *
     * @param descriptorSet what protoc wrote, with all imports and, for comments and places, the source information
     * @param files the files whose services are generated, as the set names them
     * @param othersGenerateServices whether somebody else, such as quarkus-grpc, generates types with the names of services
     *        into the same packages; ours then have other names
     * @param diagnostics takes what Java, not Protobuf, forbids; with errors the answer is empty
     * @throws IOException if the bytes are no descriptor set
     */
    public static List<JavaFile> generate(byte[] descriptorSet, Set<String> files, boolean othersGenerateServices,
            Diagnostics diagnostics) throws IOException {
        FileDescriptorSet set = FileDescriptorSet.parseFrom(descriptorSet, features());
        JavaNames names = new JavaNames(set);
        ServiceNames serviceNames = new ServiceNames(names, othersGenerateServices, diagnostics);
        List<Service> services = new ArrayList<>();
        for (FileDescriptorProto file : set.getFileList()) {
            if (files.contains(file.getName())) {
                diagnostics.workingOn(file.getName());
                services.addAll(new ServiceReader(file, names, serviceNames, diagnostics).services());
            }
        }
        return diagnostics.hasErrors() ? List.of() : sources(services);
    }

    /** Without it, what options say of Java in particular would be unknown bytes. */
    private static ExtensionRegistry features() {
        // First: the two classes need each other, and the other way round protobuf-java 4.33 fails to load them.
        DescriptorProtos.getDescriptor();
        ExtensionRegistry registry = ExtensionRegistry.newInstance();
        JavaFeaturesProto.registerAllExtensions(registry);
        return registry;
    }

    private static List<JavaFile> sources(List<Service> services) {
        List<JavaFile> sources = new ArrayList<>();
        for (Service service : services) {
            sources.add(new InterfaceEmitter(service).emit());
            sources.add(new DefinitionEmitter(service).emit());
        }
        sources.sort(Comparator.comparing(JavaFile::path));
        return sources;
    }
}
