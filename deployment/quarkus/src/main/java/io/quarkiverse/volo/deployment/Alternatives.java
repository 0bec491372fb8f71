package io.quarkiverse.volo.deployment;

import io.quarkus.arc.processor.BeanInfo;

/** What CDI's alternatives mean for beans that are looked for by the build itself. */
final class Alternatives {

    private Alternatives() {
    }

    /** Whether the bean counts: an alternative does only if it was chosen, which its priority tells. */
    static boolean isEnabled(BeanInfo bean) {
        return !bean.isAlternative() || bean.getPriority() != null;
    }
}
