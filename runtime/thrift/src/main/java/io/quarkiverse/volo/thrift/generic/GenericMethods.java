package io.quarkiverse.volo.thrift.generic;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.quarkiverse.volo.thrift.descriptor.ServiceDescriptor;
import io.quarkiverse.volo.thrift.stub.ServerMethod;

/** Leads the methods of a service to a bean that answers them all. */
public final class GenericMethods {

    private GenericMethods() {
    }

    /** In the order of the service's methods. */
    public static List<ServerMethod<?, ?>> serve(ServiceDescriptor service, GenericService bean) {
        List<ServerMethod<?, ?>> methods = new ArrayList<>();
        for (MethodDescriptor method : service.methods()) {
            methods.add(ServerMethod.reactive(NamedMethods.generic(method), arguments -> bean.call(method, arguments)));
        }
        return methods;
    }

    /** In the order of the service's methods. */
    public static List<ServerMethod<?, ?>> serveBlocking(ServiceDescriptor service, GenericService.Blocking bean) {
        List<ServerMethod<?, ?>> methods = new ArrayList<>();
        for (MethodDescriptor method : service.methods()) {
            methods.add(ServerMethod.blocking(NamedMethods.generic(method), arguments -> bean.call(method, arguments)));
        }
        return methods;
    }
}
