package io.quarkiverse.volo.codegen.model;

import java.util.Locale;

/** A type with its names looked up; typedefs have gone. */
public sealed interface Type {

    /** As the IDL writes it. */
    String shown();

    /** How many types it is made of, itself counted. */
    default int nodes() {
        return 1;
    }

    /** The same type as far as values and the wire go: without what it says about Java. */
    default Type withoutJavaTypes() {
        return this;
    }

    /** The types that the language brings. */
    enum Base implements Type {
        BOOL,
        BYTE,
        I16,
        I32,
        I64,
        DOUBLE,
        STRING,
        BINARY,
        UUID;

        @Override
        public String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What kind of definition a name stands for. */
    enum Kind {
        STRUCT,
        UNION,
        EXCEPTION,
        ENUM
    }

    /**
     * A type that an IDL file defines.
     *
     * @param file as messages name it
     */
    record Declared(Kind kind, String file, String name) implements Type {

        @Override
        public String shown() {
            return name;
        }
    }

    /** @param array whether Java keeps its numbers in an array, as {@code (volo.java_type = "long[]")} asks */
    record ListOf(Type element, boolean array) implements Type {

        /** A list as Java keeps it unless it is told otherwise. */
        public ListOf(Type element) {
            this(element, false);
        }

        @Override
        public String shown() {
            return "list<" + element.shown() + ">";
        }

        @Override
        public Type withoutJavaTypes() {
            return new ListOf(element.withoutJavaTypes());
        }

        @Override
        public int nodes() {
            return 1 + element.nodes();
        }
    }

    record SetOf(Type element) implements Type {

        @Override
        public String shown() {
            return "set<" + element.shown() + ">";
        }

        @Override
        public Type withoutJavaTypes() {
            return new SetOf(element.withoutJavaTypes());
        }

        @Override
        public int nodes() {
            return 1 + element.nodes();
        }
    }

    record MapOf(Type key, Type value) implements Type {

        @Override
        public String shown() {
            return "map<" + key.shown() + ", " + value.shown() + ">";
        }

        @Override
        public Type withoutJavaTypes() {
            return new MapOf(key.withoutJavaTypes(), value.withoutJavaTypes());
        }

        @Override
        public int nodes() {
            return 1 + key.nodes() + value.nodes();
        }
    }
}
