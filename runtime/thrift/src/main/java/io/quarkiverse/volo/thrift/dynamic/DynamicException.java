package io.quarkiverse.volo.thrift.dynamic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkiverse.volo.thrift.stub.DeclaredException;

/**
 * An exception of the IDL without its generated class: a generic client's call fails with it, a generic service throws it to
 * answer an exception that the method declares.
 *
 * <pre>{@code
 * throw new DynamicException("Refused", Map.of("reason", "not today"));
 * }</pre>
 */
public final class DynamicException extends DeclaredException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient Map<String, Object> values;

    /**
     * @param name the exception's name in the IDL
     * @param values its fields by their names in the IDL
     */
    public DynamicException(String name, Map<String, Object> values) {
        super(message(name, values));
        this.name = name;
        this.values = values instanceof DynamicStruct ? values : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** As generated exceptions: the field named message if it is text, else all fields. */
    private static String message(String name, Map<String, Object> values) {
        return values.get("message") instanceof String message ? message
                : values instanceof DynamicStruct ? values.toString() : name + values.keySet();
    }

    /** The exception's name in the IDL. */
    public String name() {
        return name;
    }

    /** Its fields by their names in the IDL. */
    public Map<String, Object> values() {
        return values;
    }
}
