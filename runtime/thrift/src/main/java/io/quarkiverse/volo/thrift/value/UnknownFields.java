package io.quarkiverse.volo.thrift.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What was read of a struct and its type has no place for, in the bytes of the message: fields that the IDL does not name, and
 * those of its fields that hold a number that their enum does not name. Written again with the struct. Immutable; equal if
 * the same fields were read in the same protocol, byte for byte. Never refers to a network buffer.
 */
public final class UnknownFields {

    /** How bytes are to be read. */
    public enum Protocol {
        BINARY,
        COMPACT
    }

    /** No fields. */
    public static final UnknownFields NONE = new UnknownFields(Protocol.BINARY, List.of(), List.of());

    private final Protocol protocol;
    private final List<Entry> unknown;
    private final List<Entry> known;

    private UnknownFields(Protocol protocol, List<Entry> unknown, List<Entry> known) {
        this.protocol = protocol;
        this.unknown = unknown;
        this.known = known;
    }

    private static UnknownFields of(Protocol protocol, List<Entry> unknown, List<Entry> known) {
        return unknown.isEmpty() && known.isEmpty() ? NONE : new UnknownFields(protocol, unknown, known);
    }

    /** Whether nothing was kept. */
    public boolean isEmpty() {
        return unknown.isEmpty() && known.isEmpty();
    }

    /** The ids of the fields that were kept; one that came twice is there twice. */
    public List<Integer> ids() {
        return Stream.concat(unknown.stream(), known.stream()).map(entry -> (int) (short) entry.field).toList();
    }

    /** Whether this is one field, of this id, that the IDL does not name: for unions, which are nothing else. */
    public boolean isOnly(int id) {
        return known.isEmpty() && unknown.size() == 1 && (short) unknown.get(0).field == id;
    }

    /** In what protocol the bytes are. */
    public Protocol protocol() {
        return protocol;
    }

    /** How many fields there are that the IDL does not name. */
    public int size() {
        return unknown.size();
    }

    /** One of these fields, as {@code type << 16 | id}. */
    public int field(int index) {
        return unknown.get(index).field;
    }

    /** The bytes of its value. */
    public Binary value(int index) {
        return unknown.get(index).bytes;
    }

    /** The bytes of a field that the IDL names, if they hold more than its value in Java can tell. */
    public @Nullable Binary known(int field) {
        for (Entry entry : known) {
            if (entry.field == field) {
                return entry.bytes;
            }
        }
        return null;
    }

    /**
     * The same without the bytes of a field that the IDL names, unless it still has the value that was read from them: who sets
     * it to another one means that one.
     */
    public UnknownFields whereStill(int field, @Nullable Object value) {
        for (Entry entry : known) {
            if (entry.field == field && !Objects.equals(entry.read, value)) {
                return of(protocol, unknown, known.stream().filter(other -> other.field != field).toList());
            }
        }
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof UnknownFields that && protocol == that.protocol
                && unknown.equals(that.unknown) && known.equals(that.known));
    }

    @Override
    public int hashCode() {
        return Objects.hash(protocol, unknown, known);
    }

    /** The ids. */
    @Override
    public String toString() {
        return "UnknownFields" + ids();
    }

    /** A field, and what its bytes were read as if the IDL names it. */
    private record Entry(int field, Binary bytes, @Nullable Object read) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Entry that && field == that.field && bytes.equals(that.bytes);
        }

        @Override
        public int hashCode() {
            return 31 * field + bytes.hashCode();
        }
    }

    /** Gathers fields as they are read; of no use after {@link #build()}. Not thread-safe. */
    public static final class Builder {

        private final Protocol protocol;
        private final List<Entry> unknown = new ArrayList<>();
        private final List<Entry> known = new ArrayList<>();

        public Builder(Protocol protocol) {
            this.protocol = protocol;
        }

        /** Adds a field that the IDL does not name; it may come several times. */
        public Builder unknown(int field, Binary bytes) {
            unknown.add(new Entry(field, bytes, null));
            return this;
        }

        /**
         * Adds a field that the IDL names; of several the last counts.
         *
         * @param read the field's value in Java
         */
        public Builder known(int field, Binary bytes, @Nullable Object read) {
            forget(field);
            known.add(new Entry(field, bytes, read));
            return this;
        }

        /** Drops a field that the IDL names: it came again. */
        public Builder forget(int field) {
            // As many as the IDL names, and not as many as a message may have.
            known.removeIf(entry -> entry.field == field);
            return this;
        }

        public UnknownFields build() {
            return of(protocol, List.copyOf(unknown), List.copyOf(known));
        }
    }
}
