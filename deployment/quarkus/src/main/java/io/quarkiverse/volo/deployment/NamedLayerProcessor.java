package io.quarkiverse.volo.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.arc.processor.DotNames;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.smallrye.common.annotation.Identifier;

/** Finds the layers that have a name, which configuration can then put around clients and the server. */
final class NamedLayerProcessor {

    @BuildStep
    void namedLayersAreBeans(CombinedIndexBuildItem index, BuildProducer<AdditionalBeanBuildItem> beans) {
        AdditionalBeanBuildItem.Builder classes = AdditionalBeanBuildItem.builder().addBeanClass(Identifier.class);
        Collection<ClassInfo> layers = index.getIndex().getAllKnownImplementations(VoloNames.LAYER);
        SortedSet<DotName> named = new TreeSet<>();
        for (AnnotationInstance annotation : index.getIndex().getAnnotations(VoloNames.IDENTIFIER)) {
            if (annotation.target().kind() == AnnotationTarget.Kind.CLASS && layers.contains(annotation.target().asClass())) {
                named.add(annotation.target().asClass().name());
            }
        }
        named.forEach(name -> classes.addBeanClass(name.toString()));
        beans.produce(classes.setDefaultScope(DotNames.SINGLETON).build());
    }

    @BuildStep
    UnremovableBeanBuildItem namedLayersAreKept() {
        return new UnremovableBeanBuildItem(NamedLayerProcessor::isNamedLayer);
    }

    @BuildStep
    NamedLayersBuildItem namedLayers(BeanDiscoveryFinishedBuildItem discovery) {
        Map<String, List<BeanInfo>> byName = new TreeMap<>();
        discovery.beanStream().filter(NamedLayerProcessor::isNamedLayer)
                .filter(Alternatives::isEnabled)
                .forEach(bean -> byName.computeIfAbsent(name(bean), name -> new ArrayList<>()).add(bean));
        Map<String, String> identifiers = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        byName.forEach((name, beans) -> {
            identifiers.put(name, beans.get(0).getIdentifier());
            if (beans.size() > 1) {
                problems.add("@Identifier(\"" + name + "\"): the name of " + beans.size() + " layers (expected: of one): "
                        + String.join(", ", beans.stream().map(bean -> bean.getBeanClass().toString()).sorted().toList()));
            }
        });
        Problems.refuse(problems);
        return new NamedLayersBuildItem(identifiers);
    }

    private static boolean isNamedLayer(BeanInfo bean) {
        return bean.hasType(VoloNames.LAYER) && bean.getQualifier(VoloNames.IDENTIFIER).isPresent();
    }

    private static String name(BeanInfo bean) {
        return bean.getQualifier(VoloNames.IDENTIFIER).orElseThrow().value().asString();
    }
}
