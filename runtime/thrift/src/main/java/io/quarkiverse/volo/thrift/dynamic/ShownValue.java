package io.quarkiverse.volo.thrift.dynamic;

import java.util.Collection;
import java.util.Map;

/** Values in messages: short, whatever they are. */
final class ShownValue {

    private static final int LONGEST = 40;

    private ShownValue() {
    }

    static String of(Object value) {
        if (value instanceof CharSequence text) {
            return '"' + shortened(text.toString()) + '"';
        }
        if (value instanceof Map<?, ?> map) {
            return "an object with " + map.size() + (map.size() == 1 ? " member" : " members");
        }
        if (value instanceof Collection<?> all) {
            return "a list of " + all.size();
        }
        boolean plain = value instanceof Number || value instanceof Boolean || value instanceof Enum<?>;
        return plain ? shortened(value.toString()) : "a " + value.getClass().getName();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
