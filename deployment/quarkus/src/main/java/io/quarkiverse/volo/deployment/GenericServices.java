package io.quarkiverse.volo.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.quarkus.arc.processor.BeanInfo;

/** Finds what beans serve that answer all methods of the services that their annotation names. */
final class GenericServices {

    private static final DotName[] NONE = {};

    private final GeneratedTypes types;
    private final ServiceMethods methods;

    GenericServices(GeneratedTypes types, ServiceMethods methods) {
        this.types = types;
        this.methods = methods;
    }

    boolean isGeneric(ClassInfo bean) {
        Set<DotName> interfaces = types.interfacesOf(bean);
        return interfaces.contains(VoloNames.GENERIC_SERVICE) || interfaces.contains(VoloNames.BLOCKING_GENERIC_SERVICE);
    }

    /** What is wrong with a service of another kind: that its annotation names services. */
    List<String> misplaced(ClassInfo bean) {
        return named(bean).length == 0 ? List.of()
                : List.of(bean.name() + ": @VoloService names services on a class that implements neither GenericService nor"
                        + " GenericService.Blocking (expected: @VoloService alone, and a class that implements the services)");
    }

    /** One item for each service that the bean answers. */
    List<ServiceBeanBuildItem> find(BeanInfo bean, List<String> problems) {
        ClassInfo type = bean.getImplClazz();
        Set<DotName> interfaces = types.interfacesOf(type);
        boolean blocking = interfaces.contains(VoloNames.BLOCKING_GENERIC_SERVICE);
        if (blocking && interfaces.contains(VoloNames.GENERIC_SERVICE)) {
            problems.add(type.name() + ": implements GenericService and GenericService.Blocking (expected: one of them)");
        }
        DotName[] named = named(type);
        if (named.length == 0) {
            problems.add(type.name() + ": @VoloService on a GenericService names no service"
                    + " (expected: those that it answers, such as @VoloService(HelloService.class))");
        }
        MethodInfo answering = answering(blocking);
        List<ServiceBeanBuildItem> found = new ArrayList<>();
        for (DotName name : named) {
            Optional<GeneratedType> service = service(name, blocking);
            if (service.isEmpty()) {
                problems.add(type.name() + ": @VoloService names " + name
                        + " (expected: a generated service interface, such as HelloService)");
            } else {
                found.add(new ServiceBeanBuildItem(bean, service.get(), true,
                        methods.genericModels(type, answering, service.get())));
            }
        }
        return found;
    }

    private static DotName[] named(ClassInfo bean) {
        AnnotationInstance annotation = bean.declaredAnnotation(VoloNames.VOLO_SERVICE);
        AnnotationValue value = annotation == null ? null : annotation.value();
        if (value == null) {
            return NONE;
        }
        Type[] named = value.asClassArray();
        DotName[] names = new DotName[named.length];
        for (int i = 0; i < named.length; i++) {
            names[i] = named[i].name();
        }
        return names;
    }

    /** The interface of the service that the bean could implement as well. */
    private Optional<GeneratedType> service(DotName name, boolean blocking) {
        return types.find(name).filter(service -> service.kind() == GeneratedType.Kind.REACTIVE
                && service.protocol() == GeneratedType.Protocol.THRIFT)
                .flatMap(service -> blocking ? types.find(DotName.createSimple(name + "$Blocking")) : Optional.of(service));
    }

    private MethodInfo answering(boolean blocking) {
        DotName name = blocking ? VoloNames.BLOCKING_GENERIC_SERVICE : VoloNames.GENERIC_SERVICE;
        ClassInfo type = Objects.requireNonNull(types.type(name), name::toString);
        return Objects.requireNonNull(type.firstMethod("call"), name::toString);
    }
}
