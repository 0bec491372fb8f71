package io.quarkiverse.volo.deployment;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.processor.InjectionPointsTransformer;

/** Gives a {@code @VoloClient} without a value the name of its field or parameter. */
final class ClientNameTransformer implements InjectionPointsTransformer {

    @Override
    public boolean appliesTo(Type requiredType) {
        return true;
    }

    @Override
    public void transform(TransformationContext context) {
        for (AnnotationInstance qualifier : context.getQualifiers()) {
            if (qualifier.name().equals(VoloNames.VOLO_CLIENT) && qualifier.value() == null) {
                rename(context, qualifier);
                return;
            }
        }
    }

    private static void rename(TransformationContext context, AnnotationInstance qualifier) {
        AnnotationTarget target = context.getAnnotationTarget();
        String name = name(target);
        // A parameter's name that was not compiled in is reported with the other problems of clients.
        if (name != null) {
            context.transform()
                    .remove(qualifier::equals)
                    .add(VoloNames.VOLO_CLIENT, AnnotationValue.createStringValue("value", name))
                    .done();
        }
    }

    private static @Nullable String name(AnnotationTarget target) {
        return switch (target.kind()) {
            case FIELD -> target.asField().name();
            case METHOD_PARAMETER -> target.asMethodParameter().name();
            default -> null;
        };
    }
}
