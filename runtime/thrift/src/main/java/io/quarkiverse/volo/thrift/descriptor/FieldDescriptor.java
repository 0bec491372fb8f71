package io.quarkiverse.volo.thrift.descriptor;

import org.jspecify.annotations.Nullable;

/** A field of a struct, union or exception; an argument of a method, or an exception that it declares. */
public final class FieldDescriptor {

    private static final String SENSITIVE = "volo.sensitive";
    private static final String PRESENCE = "volo.presence";
    private static final String EXPLICIT = "explicit";

    private final int index;
    private final int id;
    private final Requiredness requiredness;
    private final TypeDescriptor type;
    private final String name;
    private final @Nullable IdlValue written;
    private final Annotations annotations;
    private final String comment;
    private final boolean sensitive;
    private final boolean explicit;
    // Made anew if two threads ask at once, with the same result.
    private @Nullable Object defaultValue;

    FieldDescriptor(int index, int id, Requiredness requiredness, TypeDescriptor type, String name, @Nullable IdlValue written,
            Annotations annotations, String comment) {
        this.index = index;
        this.id = id;
        this.requiredness = requiredness;
        this.type = type;
        this.name = name;
        this.written = written;
        this.annotations = annotations;
        this.comment = comment;
        this.sensitive = annotations.isOn(SENSITIVE);
        this.explicit = requiredness != Requiredness.REQUIRED && EXPLICIT.equals(annotations.value(PRESENCE));
    }

    /** Which of the fields it is in the order of the file, from 0. */
    public int index() {
        return index;
    }

    /** The number on the wire. */
    public int id() {
        return id;
    }

    public Requiredness requiredness() {
        return requiredness;
    }

    public TypeDescriptor type() {
        return type;
    }

    /** As in the IDL. */
    public String name() {
        return name;
    }

    /**
     * The default of the IDL, {@code null} if there is none: {@code Boolean}, {@code Byte}, {@code Short}, {@code Integer},
     * {@code Long}, {@code Double}, {@code String}, {@code Binary}, {@code UUID}, {@code List}, {@code Set} or {@code Map}; an
     * enum's member by its name, a struct as a map of the fields that the IDL names.
     */
    public @Nullable Object defaultValue() {
        Object value = defaultValue;
        if (value == null && written != null) {
            value = written.as(type);
            defaultValue = value;
        }
        return value;
    }

    public boolean hasDefault() {
        return written != null;
    }

    public Annotations annotations() {
        return annotations;
    }

    /** The comment above it, without stars; empty if there is none. */
    public String comment() {
        return comment;
    }

    /** Whether it is annotated {@code (volo.sensitive)}: no log shows its value. */
    public boolean isSensitive() {
        return sensitive;
    }

    /**
     * Whether it, its struct, its file or the configuration says {@code volo.presence = "explicit"}: absent, it stays so,
     * whatever default the IDL has.
     */
    public boolean isExplicit() {
        return explicit;
    }

    @Override
    public String toString() {
        return id + ": " + type.shown() + " " + name;
    }
}
