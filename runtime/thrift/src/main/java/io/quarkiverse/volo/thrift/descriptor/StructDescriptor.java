package io.quarkiverse.volo.thrift.descriptor;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A struct, union or exception, or the arguments of a method, which travel as a struct. */
public final class StructDescriptor implements DefinedType {

    private final Kind kind;
    private final String name;
    private final List<FieldDescriptor> fields;
    private final Annotations annotations;
    private final String comment;
    private final Map<String, FieldDescriptor> byName = new LinkedHashMap<>();
    private final Map<Integer, FieldDescriptor> byId = new HashMap<>();

    /** What the IDL calls it. */
    public enum Kind {
        STRUCT,
        UNION,
        EXCEPTION,
        /** The arguments of a method. */
        ARGUMENTS;

        /** As the IDL writes it. */
        public String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    StructDescriptor(Kind kind, String name, List<FieldDescriptor> fields, Annotations annotations, String comment) {
        this.kind = kind;
        this.name = name;
        this.fields = List.copyOf(fields);
        this.annotations = annotations;
        this.comment = comment;
        for (FieldDescriptor field : fields) {
            byName.put(field.name(), field);
            byId.put(field.id(), field);
        }
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String name() {
        return name;
    }

    /** In the order of the file. */
    public List<FieldDescriptor> fields() {
        return fields;
    }

    /** The field of this name in the IDL; {@code null} if there is none. */
    public @Nullable FieldDescriptor field(String name) {
        return byName.get(name);
    }

    /** The field of this number; {@code null} if there is none. */
    public @Nullable FieldDescriptor field(int id) {
        return byId.get(id);
    }

    /** The names of all fields, in the order of the file. */
    public Set<String> fieldNames() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    @Override
    public Annotations annotations() {
        return annotations;
    }

    @Override
    public String comment() {
        return comment;
    }

    @Override
    public String toString() {
        return kind.shown() + " " + name;
    }
}
