package io.quarkiverse.volo.deployment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.annotation.Priority;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.LayerPosition;
import io.quarkiverse.volo.context.Role;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanDefiningAnnotationBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.arc.processor.DotNames;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/** Finds the layers and puts them in order. */
final class LayerProcessor {

    private static final DotName PRIORITY = DotName.createSimple(Priority.class);
    private static final int DEFAULT_PRIORITY = 5000;

    /** Smaller is outer; the class name makes the order the same in every build. */
    private static final Comparator<BeanInfo> OUTER_FIRST = Comparator.comparingInt(LayerProcessor::priority)
            .thenComparing(BeanInfo::getBeanClass);

    @BuildStep
    BeanDefiningAnnotationBuildItem globalLayersAreBeans() {
        return new BeanDefiningAnnotationBuildItem(VoloNames.GLOBAL_LAYER, DotNames.SINGLETON, false);
    }

    @BuildStep
    void usedLayersAreBeans(CombinedIndexBuildItem index, BuildProducer<AdditionalBeanBuildItem> beans) {
        SortedSet<String> classes = new TreeSet<>();
        for (AnnotationInstance annotation : index.getIndex().getAnnotations(VoloNames.USE_LAYERS)) {
            for (Type layer : annotation.value().asClassArray()) {
                classes.add(layer.name().toString());
            }
        }
        if (!classes.isEmpty()) {
            beans.produce(AdditionalBeanBuildItem.builder().addBeanClasses(classes.toArray(String[]::new))
                    .setDefaultScope(DotNames.SINGLETON).setUnremovable().build());
        }
    }

    @BuildStep
    LayersBuildItem layers(BeanDiscoveryFinishedBuildItem discovery, List<ServiceBeanBuildItem> services) {
        List<BeanInfo> global = discovery.beanStream().classBeans()
                .filter(bean -> bean.getImplClazz().hasDeclaredAnnotation(VoloNames.GLOBAL_LAYER))
                .filter(Alternatives::isEnabled)
                .stream().sorted(OUTER_FIRST).toList();
        List<String> problems = new ArrayList<>();
        for (BeanInfo bean : global) {
            if (!bean.hasType(VoloNames.LAYER)) {
                problems.add(bean.getBeanClass() + ": @GlobalLayer on a class that is no layer (expected: implements "
                        + VoloNames.LAYER + ")");
            }
        }
        Map<DotName, List<String>> used = used(discovery, services, problems);
        Problems.refuse(problems);
        return new LayersBuildItem(
                identifiers(global, Role.SERVER, null),
                identifiers(global, Role.CLIENT, LayerPosition.CALL),
                identifiers(global, Role.CLIENT, LayerPosition.ATTEMPT),
                used);
    }

    private static List<String> identifiers(List<BeanInfo> layers, Role role,
            @Nullable LayerPosition position) {
        return layers.stream()
                .filter(bean -> roles(bean).contains(role.name()))
                .filter(bean -> position == null || position(bean).equals(position.name()))
                .map(BeanInfo::getIdentifier)
                .toList();
    }

    private static Map<DotName, List<String>> used(BeanDiscoveryFinishedBuildItem discovery,
            List<ServiceBeanBuildItem> services, List<String> problems) {
        Map<DotName, List<String>> used = new TreeMap<>();
        for (ServiceBeanBuildItem service : services) {
            ClassInfo type = service.bean().getImplClazz();
            AnnotationInstance annotation = type.declaredAnnotation(VoloNames.USE_LAYERS);
            if (annotation != null && !used.containsKey(type.name())) {
                List<String> identifiers = new ArrayList<>();
                for (Type layer : annotation.value().asClassArray()) {
                    identifiers.addAll(beansOf(layer.name(), discovery, type, problems));
                }
                used.put(type.name(), identifiers);
            }
        }
        return used;
    }

    private static List<String> beansOf(DotName layer, BeanDiscoveryFinishedBuildItem discovery, ClassInfo service,
            List<String> problems) {
        List<String> identifiers = discovery.beanStream().classBeans().stream()
                .filter(bean -> bean.getBeanClass().equals(layer))
                .map(BeanInfo::getIdentifier).toList();
        if (identifiers.size() != 1) {
            problems.add(service.name() + ": @UseLayers names " + layer + ", of which there are " + identifiers.size()
                    + " beans (expected: a class that can be a CDI bean)");
        }
        return identifiers;
    }

    private static List<String> roles(BeanInfo bean) {
        return List.of(annotation(bean).value().asEnumArray());
    }

    private static String position(BeanInfo bean) {
        var position = annotation(bean).value("position");
        return position == null ? LayerPosition.CALL.name() : position.asEnum();
    }

    private static AnnotationInstance annotation(BeanInfo bean) {
        return bean.getImplClazz().declaredAnnotation(VoloNames.GLOBAL_LAYER);
    }

    private static int priority(BeanInfo bean) {
        AnnotationInstance priority = bean.getImplClazz().declaredAnnotation(PRIORITY);
        return priority == null ? DEFAULT_PRIORITY : priority.value().asInt();
    }
}
