package io.quarkiverse.volo.thrift.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What stands in parentheses behind a definition: {@code (volo.sensitive, api.get = "/users")}.
 *
 * @param values by name, in the file's order; an annotation that is written several times has several values, one that is
 *        written without any has the value {@code 1}
 */
public record Annotations(Map<String, List<String>> values) {

    /** None. */
    public static final Annotations NONE = new Annotations(Map.of());

    private static final String OFF = "false";

    public Annotations {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, all) -> copy.put(name, List.copyOf(all)));
        values = Collections.unmodifiableMap(copy);
    }

    /** The value that is written last; {@code null} if the annotation is not there. */
    public @Nullable String value(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** Whether the annotation is there and does not say {@code false}. */
    public boolean isOn(String name) {
        String value = value(name);
        return value != null && !value.equals(OFF);
    }
}
