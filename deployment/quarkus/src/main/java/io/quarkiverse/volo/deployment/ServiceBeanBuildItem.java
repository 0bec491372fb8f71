package io.quarkiverse.volo.deployment;

import java.util.List;

import io.quarkiverse.volo.runtime.internal.ExecutionModel;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.builder.item.MultiBuildItem;

/** A bean that serves a service; one item for each service that the bean serves. */
final class ServiceBeanBuildItem extends MultiBuildItem {

    private final BeanInfo bean;
    private final GeneratedType service;
    private final boolean generic;
    private final List<ExecutionModel> models;

    /** @param generic whether the bean answers the service's methods without implementing its interface */
    ServiceBeanBuildItem(BeanInfo bean, GeneratedType service, boolean generic, List<ExecutionModel> models) {
        this.bean = bean;
        this.service = service;
        this.generic = generic;
        this.models = List.copyOf(models);
    }

    BeanInfo bean() {
        return bean;
    }

    /** The interface that the bean implements, or stands for. */
    GeneratedType service() {
        return service;
    }

    boolean isGeneric() {
        return generic;
    }

    /** Which thread runs each method, in the order of the definition's methods. */
    List<ExecutionModel> models() {
        return models;
    }
}
