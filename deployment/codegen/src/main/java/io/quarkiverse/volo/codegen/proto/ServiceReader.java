package io.quarkiverse.volo.codegen.proto;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.ReservedNames;
import io.quarkiverse.volo.codegen.source.Spelling;

/** Names the services of one file and their methods in Java. */
final class ServiceReader {

    private static final Integer SERVICE = FileDescriptorProto.SERVICE_FIELD_NUMBER;
    private static final Integer METHOD = ServiceDescriptorProto.METHOD_FIELD_NUMBER;
    /** Names of the definition's members, besides the constants of methods. */
    private static final String METHODS = "methods";

    private final FileDescriptorProto file;
    private final FileNames fileNames;
    private final JavaNames names;
    private final Comments comments;
    private final ServiceNames serviceNames;
    private final Diagnostics diagnostics;

    ServiceReader(FileDescriptorProto file, JavaNames names, ServiceNames serviceNames, Diagnostics diagnostics) {
        this.file = file;
        this.fileNames = new FileNames(file);
        this.names = names;
        this.comments = new Comments(file);
        this.serviceNames = serviceNames;
        this.diagnostics = diagnostics;
    }

    List<Service> services() {
        List<Service> services = new ArrayList<>();
        for (int index = 0; index < file.getServiceCount(); index++) {
            services.add(service(index));
        }
        return services;
    }

    private Service service(int index) {
        ServiceDescriptorProto service = file.getService(index);
        boolean fileDeprecated = file.getOptions().getDeprecated();
        boolean deprecated = fileDeprecated || service.getOptions().getDeprecated();
        String javaPackage = fileNames.javaPackage();
        String name = serviceNames.choose(service.getName(), javaPackage, comments.place(SERVICE, index));
        String fullName = file.getPackage().isEmpty() ? service.getName() : file.getPackage() + "." + service.getName();
        return new Service(fullName, new JavaName(javaPackage, name, deprecated),
                new JavaName(javaPackage, name + ServiceNames.DEFINITION), fileNames.fileClass(), fileDeprecated,
                comments.of(SERVICE, index), methods(service, index), names.typesIn(javaPackage));
    }

    private List<Method> methods(ServiceDescriptorProto service, int serviceIndex) {
        Set<String> javaNames = new HashSet<>();
        Set<String> constants = new HashSet<>(Set.of(METHODS));
        List<Method> methods = new ArrayList<>();
        for (int index = 0; index < service.getMethodCount(); index++) {
            MethodDescriptorProto method = service.getMethod(index);
            String spelled = Spelling.lowerCamel(method.getName());
            String javaName = Spelling.unique(ReservedNames.forMethod(spelled) ? spelled + "_" : spelled, javaNames);
            String constant = Spelling.unique(constant(method.getName()), constants);
            MessageType request = usable(method.getInputType(), serviceIndex, index);
            MessageType reply = usable(method.getOutputType(), serviceIndex, index);
            methods.add(new Method(method.getName(), javaName, constant,
                    Kind.of(method.getClientStreaming(), method.getServerStreaming()), request, reply,
                    comments.of(SERVICE, serviceIndex, METHOD, index), method.getOptions().getDeprecated()));
        }
        return methods;
    }

    private static String constant(String method) {
        String constant = Spelling.upperSnake(method);
        return ReservedNames.isWord(constant) ? constant + "_" : constant;
    }

    /** What has no package can be named within the same package only, and there only where nothing else has its name. */
    private MessageType usable(String name, int service, int method) {
        MessageType type = names.message(name);
        JavaName outermost = type.outermost();
        if (outermost.packageName().isEmpty()
                && (!fileNames.javaPackage().isEmpty() || Service.NESTED.contains(outermost.simpleName()))) {
            diagnostics.error(comments.place(SERVICE, service, METHOD, method),
                    "message '" + name.substring(1) + "' has no Java package, so that Java cannot name it here"
                            + " (expected: a file with option java_package or a package)",
                    "service " + file.getService(service).getName());
        }
        return type;
    }
}
