package io.quarkiverse.volo.deployment;

import java.util.List;
import java.util.Locale;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.volo.codegen.CompilerOptions;
import io.quarkiverse.volo.runtime.config.CodegenConfig;
import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * What the configuration says of all IDL files.
 *
 * @param apacheRules whether what Apache's compiler refuses is an error
 * @param keepUnknownFields globs of the files whose structs keep what they do not know
 * @param explicitPresence whether absence is told from a default where the files do not say
 */
record IdlRules(boolean apacheRules, List<String> keepUnknownFields, boolean explicitPresence) {

    /** The defaults of the configuration. */
    static final IdlRules DEFAULT = new IdlRules(false, List.of(), false);

    private static final String STRICT = "quarkus.volo.codegen.strict";
    private static final String PRESENCE = "quarkus.volo.codegen.presence";

    IdlRules {
        keepUnknownFields = List.copyOf(keepUnknownFields);
    }

    static IdlRules of(CodegenConfig config) throws CodeGenException {
        return new IdlRules(config.strict() == CodegenConfig.Strictness.APACHE,
                KeepUnknownFields.globs(config.keepUnknownFields()),
                config.presence() == CodegenConfig.Presence.EXPLICIT);
    }

    /** The same before there are mappings of the configuration. */
    static IdlRules of(Config config) throws CodeGenException {
        return new IdlRules(isSecond(config, STRICT, "off", "apache"),
                KeepUnknownFields.globs(config.getOptionalValues(KeepUnknownFields.KEY, String.class).orElse(List.of())),
                isSecond(config, PRESENCE, "implicit", "explicit"));
    }

    /** As lenient as Quarkus, which reads the same value when the application is built. */
    private static boolean isSecond(Config config, String key, String first, String second) throws CodeGenException {
        String value = config.getOptionalValue(key, String.class).orElse(first);
        String chosen = value.trim().toLowerCase(Locale.ROOT);
        if (!chosen.equals(first) && !chosen.equals(second)) {
            throw new CodeGenException(key + ": " + value + " (expected: " + first + ", " + second + ")");
        }
        return chosen.equals(second);
    }

    CompilerOptions applyTo(CompilerOptions options) {
        return options.withApacheRules(apacheRules).withKeepUnknownFields(keepUnknownFields)
                .withExplicitPresence(explicitPresence);
    }
}
