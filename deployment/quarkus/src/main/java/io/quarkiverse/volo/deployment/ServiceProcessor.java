package io.quarkiverse.volo.deployment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

import io.quarkus.arc.deployment.BeanDefiningAnnotationBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.arc.processor.DotNames;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.execannotations.ExecutionModelAnnotationsAllowedBuildItem;

/** Finds the beans that serve, and what each of them serves. */
final class ServiceProcessor {

    @BuildStep
    BeanDefiningAnnotationBuildItem servicesAreBeans() {
        return new BeanDefiningAnnotationBuildItem(VoloNames.VOLO_SERVICE, DotNames.SINGLETON, false);
    }

    @BuildStep
    ExecutionModelAnnotationsAllowedBuildItem servicesMayChooseTheirThread() {
        return new ExecutionModelAnnotationsAllowedBuildItem(
                method -> method.declaringClass().hasDeclaredAnnotation(VoloNames.VOLO_SERVICE));
    }

    @BuildStep
    void findServices(CombinedIndexBuildItem index, BeanDiscoveryFinishedBuildItem discovery, Capabilities capabilities,
            BuildProducer<ServiceBeanBuildItem> services) {
        GeneratedTypes types = new GeneratedTypes(index.getComputingIndex());
        ServiceMethods methods = new ServiceMethods(types);
        GenericServices generic = new GenericServices(types, methods);
        List<String> problems = new ArrayList<>();
        Map<DotName, List<ServiceBeanBuildItem>> byDefinition = new TreeMap<>();
        SecurityAnnotations security = new SecurityAnnotations(types);
        for (BeanInfo bean : enabledServices(discovery)) {
            if (capabilities.isMissing(Capability.SECURITY)) {
                problems.addAll(security.unenforced(bean.getImplClazz()));
            }
            if (generic.isGeneric(bean.getImplClazz())) {
                problems.addAll(scopeProblems(bean));
                generic.find(bean, problems).forEach(service -> add(service, byDefinition));
                continue;
            }
            problems.addAll(generic.misplaced(bean.getImplClazz()));
            problems.addAll(problemsOf(bean, types));
            for (GeneratedType service : types.implementedBy(bean.getImplClazz())) {
                add(new ServiceBeanBuildItem(bean, service, false, methods.executionModels(bean.getImplClazz(), service)),
                        byDefinition);
            }
        }
        byDefinition.values().forEach(candidates -> {
            List<ServiceBeanBuildItem> best = preferred(candidates);
            if (best.size() > 1) {
                problems.add(ambiguous(best));
            }
            services.produce(best.get(0));
        });
        Problems.refuse(problems);
    }

    private static void add(ServiceBeanBuildItem service, Map<DotName, List<ServiceBeanBuildItem>> byDefinition) {
        byDefinition.computeIfAbsent(service.service().definition(), ignored -> new ArrayList<>()).add(service);
    }

    private static List<BeanInfo> enabledServices(BeanDiscoveryFinishedBuildItem discovery) {
        return discovery.beanStream().classBeans()
                .filter(bean -> bean.getImplClazz().hasDeclaredAnnotation(VoloNames.VOLO_SERVICE))
                .filter(Alternatives::isEnabled)
                .stream()
                .sorted(Comparator.comparing(BeanInfo::getBeanClass))
                .toList();
    }

    private static List<String> problemsOf(BeanInfo bean, GeneratedTypes types) {
        ClassInfo type = bean.getImplClazz();
        List<String> problems = new ArrayList<>();
        var implemented = types.implementedBy(type);
        if (implemented.isEmpty()) {
            problems.add(type.name() + ": @VoloService on a class that implements no generated service interface"
                    + " (expected: a class that implements one, such as HelloService or HelloService.Blocking)");
        }
        for (GeneratedType service : implemented) {
            if (!service.kind().isServed()) {
                problems.add(type.name() + ": implements " + service + ", which is for clients (expected: "
                        + service.serviceType() + " or " + service.serviceType() + ".Blocking)");
            }
        }
        problems.addAll(scopeProblems(bean));
        return problems;
    }

    private static List<String> scopeProblems(BeanInfo bean) {
        List<String> problems = new ArrayList<>();
        DotName scope = bean.getScope().getDotName();
        if (!BuiltinScope.SINGLETON.is(bean.getScope()) && !BuiltinScope.APPLICATION.is(bean.getScope())) {
            problems.add(bean.getImplClazz().name() + ": scope @" + scope.withoutPackagePrefix()
                    + " on a @VoloService (expected: @Singleton or @ApplicationScoped)");
        }
        return problems;
    }

    /** As CDI resolves them: alternatives by priority, then beans, then default beans. */
    private static List<ServiceBeanBuildItem> preferred(List<ServiceBeanBuildItem> candidates) {
        int best = candidates.stream().mapToInt(candidate -> rank(candidate.bean())).max().orElseThrow();
        return candidates.stream().filter(candidate -> rank(candidate.bean()) == best).toList();
    }

    private static int rank(BeanInfo bean) {
        if (bean.isAlternative() && bean.getPriority() != null) {
            return bean.getPriority();
        }
        return bean.isDefaultBean() ? Integer.MIN_VALUE : Integer.MIN_VALUE + 1;
    }

    private static String ambiguous(List<ServiceBeanBuildItem> beans) {
        List<String> classes = beans.stream().map(item -> item.bean().getBeanClass().toString()).toList();
        return beans.get(0).service().serviceType() + ": served by more than one bean: " + String.join(", ", classes)
                + " (expected: one; @Alternative, @DefaultBean or a build profile can choose)";
    }
}
