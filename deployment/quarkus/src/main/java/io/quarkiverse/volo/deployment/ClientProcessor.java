package io.quarkiverse.volo.deployment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.DotName;

import io.quarkiverse.volo.VoloClients;
import io.quarkiverse.volo.runtime.internal.ClientRecorder;
import io.quarkiverse.volo.runtime.internal.ClientRegistry;
import io.quarkiverse.volo.thrift.generic.GenericClient;
import io.quarkus.arc.deployment.AutoInjectAnnotationBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.InjectionPointTransformerBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeansRuntimeInitBuildItem;
import io.quarkus.arc.processor.InjectionPointInfo;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.ServiceStartBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.deployment.recording.RecorderContext;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.tls.deployment.spi.TlsRegistryBuildItem;
import io.quarkus.vertx.core.deployment.CoreVertxBuildItem;
import io.smallrye.config.NameIterator;

/** Makes a bean of each client that is injected. */
final class ClientProcessor {

    private static final String CLIENTS = "quarkus.volo.clients.";

    @BuildStep
    InjectionPointTransformerBuildItem clientsAreNamedByTheirField() {
        return new InjectionPointTransformerBuildItem(new ClientNameTransformer());
    }

    @BuildStep
    AutoInjectAnnotationBuildItem clientsNeedNoInject() {
        return new AutoInjectAnnotationBuildItem(VoloNames.VOLO_CLIENT);
    }

    @BuildStep
    @Consume(ServiceBeanBuildItem.class)
    List<ClientBuildItem> findClients(CombinedIndexBuildItem index, BeanDiscoveryFinishedBuildItem discovery,
            BuildProducer<GenericClientBuildItem> generic) {
        ClientInjection injection = new ClientInjection(new GeneratedTypes(index.getComputingIndex()),
                discovery.getBeans(), discovery.getBeanResolver());
        discovery.getInjectionPoints().forEach(injection::visit);
        Problems.refuse(new TreeSet<>(injection.problems()));
        generic.produce(injection.genericClients());
        return injection.clients(configuredNames());
    }

    /** More of them may be configured where the application runs; these are the ones that lookup by program can find. */
    private static SortedSet<String> configuredNames() {
        SortedSet<String> names = new TreeSet<>();
        for (String property : ConfigProvider.getConfig().getPropertyNames()) {
            if (property.startsWith(CLIENTS)) {
                NameIterator segments = new NameIterator(property, CLIENTS.length() - 1);
                names.add(segments.getNextSegment());
            }
        }
        return names;
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    ClientRegistryBuildItem registry(ClientRecorder recorder, CoreVertxBuildItem vertx, TlsRegistryBuildItem tls,
            LaunchModeBuildItem launchMode, LayersBuildItem layers, NamedLayersBuildItem namedLayers,
            ShutdownContextBuildItem shutdown) {
        return new ClientRegistryBuildItem(recorder.registry(vertx.getVertx(), tls.registry(), launchMode.getLaunchMode(),
                layers.clientCall(), layers.clientAttempt(), namedLayers.beans(), shutdown));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void clientBeans(ClientRecorder recorder, RecorderContext context, ClientRegistryBuildItem registry,
            List<ClientBuildItem> clients, BuildProducer<SyntheticBeanBuildItem> beans) {
        Map<GeneratedType, RuntimeValue<?>> types = new TreeMap<>();
        for (ClientBuildItem client : clients) {
            RuntimeValue<?> type = types.computeIfAbsent(client.type(), any -> typeOf(client.type(), recorder, context));
            beans.produce(SyntheticBeanBuildItem.configure(client.type().name())
                    .scope(ApplicationScoped.class)
                    .addQualifier().annotation(VoloNames.VOLO_CLIENT).addValue("value", client.name()).done()
                    .unremovable()
                    .setRuntimeInit()
                    .createWith(recorder.client(registry.registry(), client.name(), type))
                    .done());
        }
    }

    private static RuntimeValue<?> typeOf(GeneratedType type, ClientRecorder recorder, RecorderContext context) {
        boolean blocking = type.kind() == GeneratedType.Kind.BLOCKING || type.kind() == GeneratedType.Kind.BLOCKING_CLIENT;
        String definition = type.definition().toString();
        return switch (type.protocol()) {
            case THRIFT -> recorder.thriftType(context.newInstance(definition), blocking);
            case GRPC -> recorder.grpcType(context.newInstance(definition), blocking);
        };
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @SuppressWarnings("deprecation") // classProxy: a build has no need to load the types themselves
    void clientFactory(ClientRecorder recorder, RecorderContext context, ClientRegistryBuildItem registry,
            CombinedIndexBuildItem index, BeanDiscoveryFinishedBuildItem discovery, List<GenericClientBuildItem> generic,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        boolean factory = isInjected(discovery.getInjectionPoints(), VoloNames.VOLO_CLIENTS);
        if (!factory && generic.isEmpty()) {
            return;
        }
        RuntimeValue<ClientRegistry> clients = registry.registry();
        for (GeneratedType type : new GeneratedTypes(index.getComputingIndex()).all()) {
            recorder.register(clients, context.classProxy(type.name().toString()),
                    typeOf(type, recorder, context));
        }
        for (GenericClientBuildItem client : generic) {
            beans.produce(SyntheticBeanBuildItem.configure(GenericClient.class)
                    .scope(ApplicationScoped.class)
                    .addQualifier().annotation(VoloNames.VOLO_CLIENT).addValue("value", client.name()).done()
                    .unremovable()
                    .setRuntimeInit()
                    .createWith(recorder.genericClient(clients, client.name()))
                    .done());
        }
        if (factory) {
            beans.produce(SyntheticBeanBuildItem.configure(VoloClients.class)
                    .scope(Singleton.class)
                    .unremovable()
                    .setRuntimeInit()
                    .createWith(recorder.factory(clients))
                    .done());
        }
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    ServiceStartBuildItem checkClients(ClientRecorder recorder, ClientRegistryBuildItem registry,
            TlsRegistryBuildItem tls, List<ClientBuildItem> clients,
            List<GenericClientBuildItem> generic, BeanDiscoveryFinishedBuildItem discovery, NamedLayersBuildItem namedLayers,
            LaunchModeBuildItem launchMode, CoreVertxBuildItem vertx) {
        Map<String, List<String>> injected = new LinkedHashMap<>();
        for (ClientBuildItem client : clients) {
            injected.merge(client.name(), client.injectionPoints(), ClientProcessor::concat);
        }
        for (GenericClientBuildItem client : generic) {
            injected.merge(client.name(), client.injectionPoints(), ClientProcessor::concat);
        }
        recorder.check(registry.registry(), injected, isInjected(discovery.getInjectionPoints(), VoloNames.VOLO_CLIENTS),
                namedLayers.beans(), launchMode.getLaunchMode(), vertx.getVertx(), tls.registry());
        return new ServiceStartBuildItem("volo-clients");
    }

    private static List<String> concat(List<String> some, List<String> others) {
        SortedSet<String> all = new TreeSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static boolean isInjected(Collection<InjectionPointInfo> points, DotName type) {
        return points.stream().anyMatch(point -> point.getRequiredType().name().equals(type));
    }
}
