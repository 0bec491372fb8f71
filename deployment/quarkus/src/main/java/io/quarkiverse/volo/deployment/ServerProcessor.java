package io.quarkiverse.volo.deployment;

import java.util.Comparator;
import java.util.List;

import io.quarkiverse.volo.runtime.config.VoloBuildTimeConfig;
import io.quarkiverse.volo.runtime.config.VoloBuildTimeConfig.RequestContextActivation;
import io.quarkiverse.volo.runtime.internal.ServedBean;
import io.quarkiverse.volo.runtime.internal.ServedServices;
import io.quarkiverse.volo.runtime.internal.ServerRecorder;
import io.quarkiverse.volo.runtime.internal.TlsUpdates;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanContainerBuildItem;
import io.quarkus.arc.deployment.SyntheticBeansRuntimeInitBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.ServiceStartBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.deployment.builditem.ShutdownListenerBuildItem;
import io.quarkus.deployment.recording.RecorderContext;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.tls.deployment.spi.TlsRegistryBuildItem;
import io.quarkus.vertx.core.deployment.CoreVertxBuildItem;

/** Starts the server of an application that has services. */
final class ServerProcessor {

    private static final String SERVICE = "volo-server";

    @BuildStep
    AdditionalBeanBuildItem certificatesMayChange() {
        return AdditionalBeanBuildItem.unremovableOf(TlsUpdates.class);
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    @Consume(BeanContainerBuildItem.class)
    void startServer(ServerRecorder recorder, RecorderContext context, VoloBuildTimeConfig config,
            List<ServiceBeanBuildItem> services, LayersBuildItem layers, NamedLayersBuildItem namedLayers,
            ValidationPhaseBuildItem resolvedBeans, CombinedIndexBuildItem index, Capabilities capabilities,
            ClientRegistryBuildItem clients, CoreVertxBuildItem vertx, TlsRegistryBuildItem tls, LaunchModeBuildItem launchMode,
            ShutdownContextBuildItem shutdown,
            BuildProducer<ServiceStartBuildItem> started, BuildProducer<ShutdownListenerBuildItem> stopping) {
        if (services.isEmpty()) {
            return;
        }
        Problems.refuse(SharedMethodNames.problems(services, config.server().defaultService()));
        SecurityAnnotations security = new SecurityAnnotations(new GeneratedTypes(index.getComputingIndex()));
        boolean secured = capabilities.isPresent(Capability.SECURITY);
        boolean always = config.requestContext() == RequestContextActivation.ALWAYS;
        RuntimeValue<ServedServices> served = recorder.services(layers.server(), namedLayers.beans(),
                config.server().defaultService());
        for (ServiceBeanBuildItem service : sorted(services)) {
            boolean identity = secured && (security.areOn(service.bean().getImplClazz())
                    || Reach.identity().isReachedFrom(service.bean()));
            RuntimeValue<ServedBean> by = recorder.servedBy(service.bean().getIdentifier(),
                    service.service().kind() == GeneratedType.Kind.BLOCKING,
                    service.models(),
                    layers.of(service.bean().getBeanClass()),
                    always || identity || Reach.requestContext().isReachedFrom(service.bean()),
                    identity);
            String definition = service.service().definition().toString();
            switch (service.service().protocol()) {
                case THRIFT -> recorder.serveThrift(served, context.newInstance(definition), service.isGeneric(), by);
                case GRPC -> recorder.serveGrpc(served, context.newInstance(definition), by);
            }
        }
        stopping.produce(new ShutdownListenerBuildItem(
                recorder.start(served, clients.registry(), vertx.getVertx(), tls.registry(), launchMode.getLaunchMode(),
                        shutdown)));
        started.produce(new ServiceStartBuildItem(SERVICE));
    }

    private static List<ServiceBeanBuildItem> sorted(List<ServiceBeanBuildItem> services) {
        return services.stream().sorted(Comparator.comparing(ServiceBeanBuildItem::service)).toList();
    }
}
