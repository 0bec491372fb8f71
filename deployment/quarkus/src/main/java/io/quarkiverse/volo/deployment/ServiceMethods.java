package io.quarkiverse.volo.deployment;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.runtime.internal.ExecutionModel;

/** Decides which thread runs each method of a service bean. */
final class ServiceMethods {

    private final GeneratedTypes types;

    ServiceMethods(GeneratedTypes types) {
        this.types = types;
    }

    /** The models of the service's methods in the order of the definition's: inherited methods first, each as in the IDL. */
    List<ExecutionModel> executionModels(ClassInfo bean, GeneratedType service) {
        List<ExecutionModel> models = new ArrayList<>();
        for (MethodInfo method : methods(service)) {
            models.add(executionModel(bean, method));
        }
        return models;
    }

    /** As {@link #executionModels}, where one method of the bean answers them all. */
    List<ExecutionModel> genericModels(ClassInfo bean, MethodInfo answering, GeneratedType service) {
        return Collections.nCopies(methods(service).size(), executionModel(bean, answering));
    }

    private List<MethodInfo> methods(GeneratedType service) {
        List<MethodInfo> methods = new ArrayList<>();
        for (DotName base : service.info().interfaceNames()) {
            types.find(base).ifPresent(inherited -> methods.addAll(methods(inherited)));
        }
        for (MethodInfo method : service.info().methodsInDeclarationOrder()) {
            if (Modifier.isAbstract(method.flags())) {
                methods.add(method);
            }
        }
        return methods;
    }

    private ExecutionModel executionModel(ClassInfo bean, MethodInfo method) {
        MethodInfo implementation = implementation(bean, method);
        ExecutionModel declared = implementation == null ? null : declared(implementation);
        if (declared == null) {
            declared = declared(bean);
        }
        if (declared != null) {
            return declared;
        }
        DotName answer = method.returnType().name();
        return answer.equals(VoloNames.UNI) || answer.equals(VoloNames.MULTI) ? ExecutionModel.EVENT_LOOP
                : ExecutionModel.WORKER;
    }

    private @Nullable MethodInfo implementation(ClassInfo bean, MethodInfo method) {
        for (ClassInfo current = bean; current != null; current = types.superclass(current)) {
            MethodInfo found = current.method(method.name(), method.parameterTypes());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable ExecutionModel declared(org.jboss.jandex.Declaration declaration) {
        if (declaration.hasDeclaredAnnotation(VoloNames.RUN_ON_VIRTUAL_THREAD)) {
            return ExecutionModel.VIRTUAL_THREAD;
        }
        if (declaration.hasDeclaredAnnotation(VoloNames.BLOCKING)) {
            return ExecutionModel.WORKER;
        }
        if (declaration.hasDeclaredAnnotation(VoloNames.NON_BLOCKING)) {
            return ExecutionModel.EVENT_LOOP;
        }
        // A transaction blocks the thread it is bound to.
        return declaration.hasDeclaredAnnotation(VoloNames.TRANSACTIONAL) ? ExecutionModel.WORKER : null;
    }
}
