package io.quarkiverse.volo.deployment;

import java.util.List;

import io.quarkiverse.volo.runtime.internal.ExecutionModel;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.builder.item.MultiBuildItem;

/** A bean that serves a service; one item for each service that the bean serves. */
final class ServiceBeanBuildItem extends MultiBuildItem {

    private final BeanInfo bean;
    private final GeneratedType service;
    private final List<ExecutionModel> models;

    ServiceBeanBuildItem(BeanInfo bean, GeneratedType service, List<ExecutionModel> models) {
        this.bean = bean;
        this.service = service;
        this.models = List.copyOf(models);
    }

    BeanInfo bean() {
        return bean;
    }

    /** The interface that the bean implements. */
    GeneratedType service() {
        return service;
    }

    /** Which thread runs each method, in the order of the definition's methods. */
    List<ExecutionModel> models() {
        return models;
    }
}
