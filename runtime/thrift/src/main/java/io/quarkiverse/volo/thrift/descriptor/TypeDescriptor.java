package io.quarkiverse.volo.thrift.descriptor;

import java.util.Locale;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** A type as the IDL uses it; typedefs have been followed. */
public sealed interface TypeDescriptor {

    /** As the IDL writes it: {@code map<string, User>}. */
    String shown();

    /** The types that the language brings. */
    enum Base implements TypeDescriptor {
        BOOL,
        BYTE,
        I16,
        I32,
        I64,
        DOUBLE,
        STRING,
        BINARY,
        UUID;

        private final String shown = name().toLowerCase(Locale.ROOT);

        @Override
        public String shown() {
            return shown;
        }
    }

    /** A list. */
    record ListOf(TypeDescriptor element) implements TypeDescriptor {

        @Override
        public String shown() {
            return "list<" + element.shown() + ">";
        }
    }

    /** A set. */
    record SetOf(TypeDescriptor element) implements TypeDescriptor {

        @Override
        public String shown() {
            return "set<" + element.shown() + ">";
        }
    }

    /** A map. */
    record MapOf(TypeDescriptor key, TypeDescriptor value) implements TypeDescriptor {

        @Override
        public String shown() {
            return "map<" + key.shown() + ", " + value.shown() + ">";
        }
    }

    /** A struct, union, exception or enum. It is looked up when it is first asked for: types may contain themselves. */
    final class Defined implements TypeDescriptor {

        private final String shown;
        private final Supplier<DefinedType> lookup;
        // Found anew if two threads ask at once, with the same result.
        private @Nullable DefinedType definition;

        Defined(String shown, Supplier<DefinedType> lookup) {
            this.shown = shown;
            this.lookup = lookup;
        }

        public DefinedType definition() {
            DefinedType found = definition;
            if (found == null) {
                found = lookup.get();
                definition = found;
            }
            return found;
        }

        @Override
        public String shown() {
            return shown;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Defined that && definition().equals(that.definition());
        }

        @Override
        public int hashCode() {
            return definition().hashCode();
        }

        @Override
        public String toString() {
            return shown;
        }
    }
}
