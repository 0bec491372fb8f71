package io.quarkiverse.volo.thrift.dynamic;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.thrift.descriptor.FieldDescriptor;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;

/**
 * A struct, union or exception as a map: the names of the IDL are its keys, in the order of the IDL; absent fields are not in
 * it. A union has one key; none if it was read with a member that the IDL does not name, and then it cannot be written. Fields
 * that the IDL does not name are left out. Immutable.
 *
 * <p>
 * Values are {@code Boolean}, {@code Byte}, {@code Short}, {@code Integer}, {@code Long}, {@code Double}, {@code String},
 * {@link io.quarkiverse.volo.thrift.value.Binary}, {@code UUID}, {@code List}, {@code Set}, {@code Map} and
 * {@code DynamicStruct}; an enum's member is the {@code String} of its name, a number that has none an {@code Integer}.
 */
public final class DynamicStruct extends AbstractMap<String, Object> {

    private final StructDescriptor descriptor;
    private final @Nullable Object[] values;

    /** @param values by the index of their fields; the caller gives the array away */
    DynamicStruct(StructDescriptor descriptor, @Nullable Object[] values) {
        this.descriptor = descriptor;
        this.values = values;
    }

    /**
     * The values as the IDL wants them. Takes what can be meant only in one way: any number that fits, numbers as text, bytes
     * in Base64, UUIDs as text, an enum's member by name or number, a map as a list of pairs. Absent fields get what generated
     * code would send: the default of the IDL; without one, zero or empty where neither {@code optional} nor {@code required}
     * is written.
     *
     * @throws InvalidValueException if a value does not fit, a name is unknown or a required field is missing
     */
    public static DynamicStruct of(StructDescriptor descriptor, Map<?, ?> values) {
        return values instanceof DynamicStruct known && known.descriptor == descriptor ? known
                : StructFitting.fit(descriptor, values, 0);
    }

    public StructDescriptor descriptor() {
        return descriptor;
    }

    /** The value of a field of this struct's descriptor; {@code null} if it is absent. */
    @Nullable
    Object at(FieldDescriptor field) {
        return values[field.index()];
    }

    @Override
    public @Nullable Object get(Object key) {
        FieldDescriptor field = key instanceof String name ? descriptor.field(name) : null;
        return field == null ? null : at(field);
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        List<Entry<String, Object>> entries = new ArrayList<>();
        for (FieldDescriptor field : descriptor.fields()) {
            Object value = at(field);
            if (value != null) {
                entries.add(Map.entry(field.name(), value));
            }
        }
        List<Entry<String, Object>> unchanging = Collections.unmodifiableList(entries);
        return new AbstractSet<>() { // The keys differ: nothing needs hashing.
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return unchanging.iterator();
            }

            @Override
            public int size() {
                return unchanging.size();
            }
        };
    }

    /** The fields that are there; values of fields annotated {@code (volo.sensitive)} are shown as {@code ***}. */
    @Override
    public String toString() {
        List<String> shown = new ArrayList<>();
        for (FieldDescriptor field : descriptor.fields()) {
            Object value = at(field);
            if (value != null) {
                shown.add(field.name() + "=" + (field.isSensitive() ? "***" : value));
            }
        }
        return descriptor.name() + "[" + String.join(", ", shown) + "]";
    }
}
