package org.acme.shapes;

import java.util.List;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.value.ImmutableList;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Is written as it was read. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public record Proxied(
        @Nullable Integer number,
        @Nullable String text,
        @Nullable List<Long> ids,
        int needed,
        boolean flag,
        @Nullable Integer limit) {

    /** Reads and writes it. */
    public static final StructCodec<Proxied> CODEC = new Codec();

    private static final List<Long> DEFAULT_IDS = ImmutableList.copyOf(List.<Long>of(1L));

    public Proxied {
        ids = ids == null ? null : ImmutableList.copyOf(ids);
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers the values of a {@link Proxied}. Not thread-safe. */
    public static final class Builder {

        private @Nullable Integer number;
        private @Nullable String text = "none";
        private @Nullable List<Long> ids = DEFAULT_IDS;
        private @Nullable Integer needed;
        private boolean flag;
        private @Nullable Integer limit = 10;

        private Builder() {
        }

        private Builder(Proxied from) {
            this.number = from.number;
            this.text = from.text;
            this.ids = from.ids;
            this.needed = from.needed;
            this.flag = from.flag;
            this.limit = from.limit;
        }

        public Builder number(@Nullable Integer number) {
            this.number = number;
            return this;
        }

        public Builder text(@Nullable String text) {
            this.text = text;
            return this;
        }

        public Builder ids(@Nullable List<Long> ids) {
            this.ids = ids;
            return this;
        }

        public Builder needed(int needed) {
            this.needed = needed;
            return this;
        }

        public Builder flag(boolean flag) {
            this.flag = flag;
            return this;
        }

        public Builder limit(@Nullable Integer limit) {
            this.limit = limit;
            return this;
        }

        /**
         * A {@link Proxied} of the values gathered.
         *
         * @throws IllegalStateException if a required value was not set
         */
        public Proxied build() {
            if (needed == null) {
                throw new IllegalStateException("Proxied.needed: required and not set");
            }
            return new Proxied(number, text, ids, needed, flag, limit);
        }
    }

    private static final class Codec implements StructCodec<Proxied> {

        @Override
        public String name() {
            return "Proxied";
        }

        @Override
        public StructDescriptor descriptor() {
            return ShapesIdl.FILE.struct("Proxied");
        }

        @SuppressWarnings("fallthrough")
        @Override
        public Proxied read(ThriftReader in) {
            Integer number = null;
            String text = null;
            List<Long> ids = null;
            int needed = 0;
            boolean needed_read = false;
            boolean flag = false;
            Integer limit = null;
            in.structBegin();
            int field = in.readField();
            while (field != 0) {
                switch (field) {
                    case 0x08_0001: { // 1: i32 number
                        number = in.readI32();
                        field = in.readField();
                        if (field != 0x0B_0002) {
                            break;
                        }
                    } // fall through
                    case 0x0B_0002: { // 2: string text
                        text = in.readString();
                        field = in.readField();
                        if (field != 0x0F_0003) {
                            break;
                        }
                    } // fall through
                    case 0x0F_0003: { // 3: list<i64> ids
                        List<Long> read = readListOfI64(in);
                        if (read != null) {
                            ids = read;
                        }
                        field = in.readField();
                        if (field != 0x08_0004) {
                            break;
                        }
                    } // fall through
                    case 0x08_0004: { // 4: i32 needed
                        needed = in.readI32();
                        needed_read = true;
                        field = in.readField();
                        if (field != 0x02_0005) {
                            break;
                        }
                    } // fall through
                    case 0x02_0005: { // 5: bool flag
                        flag = in.readBool();
                        field = in.readField();
                        if (field != 0x08_0006) {
                            break;
                        }
                    } // fall through
                    case 0x08_0006: { // 6: i32 limit
                        limit = in.readI32();
                        field = in.readField();
                        break;
                    }
                    default: {
                        in.skipField(field);
                        field = in.readField();
                    }
                }
            }
            in.structEnd();
            if (!needed_read) {
                throw in.missing("Proxied", "needed");
            }
            return new Proxied(number, text, ids, needed, flag, limit);
        }

        @Override
        public void write(ThriftWriter out, Proxied value) {
            out.structBegin();
            if (value.number != null) {
                out.writeI32Field(0x08_0001, value.number); // 1: i32 number
            }
            if (value.text != null) {
                out.writeStringField(0x0B_0002, value.text); // 2: string text
            }
            if (value.ids != null) {
                out.writeField(0x0F_0003); // 3: list<i64> ids
                writeListOfI64(out, value.ids);
            }
            out.writeI32Field(0x08_0004, value.needed); // 4: i32 needed
            out.writeBoolField(0x02_0005, value.flag); // 5: bool flag
            if (value.limit != null) {
                out.writeI32Field(0x08_0006, value.limit); // 6: i32 limit
            }
            out.structEnd();
        }

        private static @Nullable List<Long> readListOfI64(ThriftReader in) {
            int size = in.readListBegin(ThriftType.I64);
            if (size < 0) {
                return null;
            }
            Long[] list = new Long[size];
            for (int i = 0; i < size; i++) {
                list[i] = in.readI64();
            }
            return ImmutableList.wrap(list);
        }

        private static void writeListOfI64(ThriftWriter out, List<Long> list) {
            int size = list.size();
            out.writeListBegin(ThriftType.I64, size);
            for (int i = 0; i < size; i++) {
                out.writeI64(list.get(i));
            }
        }
    }
}
