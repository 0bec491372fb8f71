package io.quarkiverse.volo.codegen.proto;

import java.util.ArrayList;
import java.util.List;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.JavaFeaturesProto;
import com.google.protobuf.JavaFeaturesProto.JavaFeatures.NestInFileClassFeature.NestInFileClass;

import io.quarkiverse.volo.codegen.source.JavaName;

/**
 * The Java names that protoc gives to what one file declares: the rules of {@code ClassNameResolver} in protoc's sources
 * ({@code compiler/java/name_resolver.cc}).
 */
final class FileNames {

    private final FileDescriptorProto file;

    FileNames(FileDescriptorProto file) {
        this.file = file;
    }

    /** Empty for the unnamed package. */
    String javaPackage() {
        return file.getOptions().hasJavaPackage() ? file.getOptions().getJavaPackage() : file.getPackage();
    }

    /** The class with the descriptor of the file; messages may be nested in it. */
    JavaName fileClass() {
        return new JavaName(javaPackage(), fileClassName());
    }

    private String fileClassName() {
        if (file.getOptions().hasJavaOuterClassname()) {
            return file.getOptions().getJavaOuterClassname();
        }
        String fileName = file.getName().substring(file.getName().lastIndexOf('/') + 1);
        String name = upperCamel(fileName.replaceFirst("\\.proto(devel)?$", ""));
        if (isOf2024()) {
            return name + "Proto";
        }
        return declares(name) ? name + "OuterClass" : name;
    }

    /** Not ours: digits end words, too, and so does whatever is neither letter nor digit. */
    private static String upperCamel(String name) {
        StringBuilder camel = new StringBuilder();
        boolean wordBegins = true;
        for (int index = 0; index < name.length(); index++) {
            char letter = name.charAt(index);
            boolean lower = letter >= 'a' && letter <= 'z';
            boolean digit = letter >= '0' && letter <= '9';
            if (lower || digit || (letter >= 'A' && letter <= 'Z')) {
                camel.append(lower && wordBegins ? (char) (letter - 'a' + 'A') : letter);
                wordBegins = digit;
            } else {
                wordBegins = true;
            }
        }
        return camel.toString();
    }

    private boolean isOf2024() {
        return file.getSyntax().equals("editions") && file.getEdition().getNumber() >= Edition.EDITION_2024_VALUE;
    }

    /** Whether a message, at any depth, an enum or a service has this name. */
    private boolean declares(String name) {
        return file.getEnumTypeList().stream().anyMatch(type -> type.getName().equals(name))
                || file.getServiceList().stream().anyMatch(service -> service.getName().equals(name))
                || file.getMessageTypeList().stream().anyMatch(message -> declares(message, name));
    }

    private static boolean declares(DescriptorProto message, String name) {
        return message.getName().equals(name)
                || message.getEnumTypeList().stream().anyMatch(type -> type.getName().equals(name))
                || message.getNestedTypeList().stream().anyMatch(nested -> declares(nested, name));
    }

    /** Whether a top-level message is a top-level class. */
    boolean hasFileOfItsOwn(DescriptorProto message) {
        return !isNested(message.getOptions().getFeatures());
    }

    /** Whether a top-level enum is a top-level class. */
    boolean hasFileOfItsOwn(EnumDescriptorProto type) {
        return !isNested(type.getOptions().getFeatures());
    }

    /** Whether protoc makes a top-level class of a service: its own services of old, which are no gRPC. */
    boolean hasFileOfItsOwn(ServiceDescriptorProto service) {
        return file.getOptions().getJavaGenericServices() && !isNested(service.getOptions().getFeatures());
    }

    private boolean isNested(FeatureSet features) {
        NestInFileClass nest = features.getExtension(JavaFeaturesProto.java_).getNestInFileClass();
        return switch (nest) {
            case YES -> true;
            case NO -> false;
            case NEST_IN_FILE_CLASS_UNKNOWN, LEGACY -> !isOf2024() && !file.getOptions().getJavaMultipleFiles();
        };
    }

    /** The top-level Java types that protoc makes of the file. */
    List<String> topLevelTypes() {
        List<String> types = new ArrayList<>(List.of(fileClassName()));
        file.getMessageTypeList().stream().filter(this::hasFileOfItsOwn).forEach(message -> {
            types.add(message.getName());
            types.add(message.getName() + "OrBuilder");
        });
        file.getEnumTypeList().stream().filter(this::hasFileOfItsOwn).forEach(type -> types.add(type.getName()));
        file.getServiceList().stream().filter(this::hasFileOfItsOwn).forEach(service -> types.add(service.getName()));
        return types;
    }
}
