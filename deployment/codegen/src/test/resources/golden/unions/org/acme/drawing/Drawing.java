package org.acme.drawing;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.value.ImmutableMap;
import io.quarkiverse.volo.thrift.value.ImmutableSet;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public record Drawing(Shape main, @Nullable Shape frame, Shape background, Map<Shape, Set<Shape>> parts) {

    /** Reads and writes it. */
    public static final StructCodec<Drawing> CODEC = new Codec();

    private static final Shape DEFAULT_BACKGROUND = Shape.fill(Color.GREEN);

    public Drawing {
        Objects.requireNonNull(main, "main");
        Objects.requireNonNull(background, "background");
        parts = copyMapOfShapeToSetOfShape(Objects.requireNonNull(parts, "parts"));
    }

    /** A builder without values, but with the defaults of the IDL. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    private static Map<Shape, Set<Shape>> copyMapOfShapeToSetOfShape(Map<Shape, Set<Shape>> from) {
        if (from instanceof ImmutableMap<?, ?>) {
            return from;
        }
        ImmutableMap.Builder<Shape, Set<Shape>> copy = ImmutableMap.builder(from.size());
        for (Map.Entry<Shape, Set<Shape>> entry : from.entrySet()) {
            copy.put(entry.getKey(), ImmutableSet.copyOf(entry.getValue()));
        }
        return copy.build();
    }

    /** Gathers the values of a {@link Drawing}. Not thread-safe. */
    public static final class Builder {

        private @Nullable Shape main;
        private @Nullable Shape frame;
        private Shape background = DEFAULT_BACKGROUND;
        private Map<Shape, Set<Shape>> parts = ImmutableMap.of();

        private Builder() {
        }

        private Builder(Drawing from) {
            this.main = from.main;
            this.frame = from.frame;
            this.background = from.background;
            this.parts = from.parts;
        }

        public Builder main(Shape main) {
            this.main = main;
            return this;
        }

        public Builder frame(@Nullable Shape frame) {
            this.frame = frame;
            return this;
        }

        public Builder background(Shape background) {
            this.background = background;
            return this;
        }

        public Builder parts(Map<Shape, Set<Shape>> parts) {
            this.parts = parts;
            return this;
        }

        /**
         * A {@link Drawing} of the values gathered.
         *
         * @throws IllegalStateException if a required value was not set
         */
        public Drawing build() {
            if (main == null) {
                throw new IllegalStateException("Drawing.main: required and not set");
            }
            return new Drawing(main, frame, background, parts);
        }
    }

    private static final class Codec implements StructCodec<Drawing> {

        @Override
        public String name() {
            return "Drawing";
        }

        @Override
        public StructDescriptor descriptor() {
            return DrawingIdl.FILE.struct("Drawing");
        }

        @SuppressWarnings("fallthrough")
        @Override
        public Drawing read(ThriftReader in) {
            Shape main = null;
            Shape frame = null;
            Shape background = DEFAULT_BACKGROUND;
            Map<Shape, Set<Shape>> parts = ImmutableMap.of();
            in.structBegin();
            int field = in.readField();
            while (field != 0) {
                switch (field) {
                    case 0x0C_0001: { // 1: Shape main
                        main = Shape.CODEC.read(in);
                        field = in.readField();
                        if (field != 0x0C_0002) {
                            break;
                        }
                    } // fall through
                    case 0x0C_0002: { // 2: Shape frame
                        frame = Shape.CODEC.read(in);
                        field = in.readField();
                        if (field != 0x0C_0003) {
                            break;
                        }
                    } // fall through
                    case 0x0C_0003: { // 3: Shape background
                        background = Shape.CODEC.read(in);
                        field = in.readField();
                        if (field != 0x0D_0004) {
                            break;
                        }
                    } // fall through
                    case 0x0D_0004: { // 4: map<Shape, set<Shape>> parts
                        Map<Shape, Set<Shape>> read = readMapOfShapeToSetOfShape(in);
                        if (read != null) {
                            parts = read;
                        }
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
            if (main == null) {
                throw in.missing("Drawing", "main");
            }
            return new Drawing(main, frame, background, parts);
        }

        @Override
        public void write(ThriftWriter out, Drawing value) {
            out.structBegin();
            out.writeField(0x0C_0001); // 1: Shape main
            Shape.CODEC.write(out, value.main);
            if (value.frame != null) {
                out.writeField(0x0C_0002); // 2: Shape frame
                Shape.CODEC.write(out, value.frame);
            }
            out.writeField(0x0C_0003); // 3: Shape background
            Shape.CODEC.write(out, value.background);
            out.writeField(0x0D_0004); // 4: map<Shape, set<Shape>> parts
            writeMapOfShapeToSetOfShape(out, value.parts);
            out.structEnd();
        }

        private static @Nullable Map<Shape, Set<Shape>> readMapOfShapeToSetOfShape(ThriftReader in) {
            int size = in.readMapBegin(ThriftType.STRUCT, ThriftType.SET);
            if (size < 0) {
                return null;
            }
            ImmutableMap.Builder<Shape, Set<Shape>> map = ImmutableMap.guardedBuilder(size);
            for (int i = 0; i < size; i++) {
                map.put(Shape.CODEC.read(in), orEmpty(readSetOfShape(in)));
            }
            return map.build();
        }

        private static void writeMapOfShapeToSetOfShape(ThriftWriter out, Map<Shape, Set<Shape>> map) {
            out.writeMapBegin(ThriftType.STRUCT, ThriftType.SET, map.size());
            for (Map.Entry<Shape, Set<Shape>> entry : map.entrySet()) {
                Shape.CODEC.write(out, entry.getKey());
                writeSetOfShape(out, entry.getValue());
            }
        }

        private static <T> Set<T> orEmpty(@Nullable Set<T> read) {
            return read == null ? ImmutableSet.of() : read;
        }

        private static @Nullable Set<Shape> readSetOfShape(ThriftReader in) {
            int size = in.readSetBegin(ThriftType.STRUCT);
            if (size < 0) {
                return null;
            }
            ImmutableSet.Builder<Shape> set = ImmutableSet.guardedBuilder(size);
            for (int i = 0; i < size; i++) {
                set.add(Shape.CODEC.read(in));
            }
            return set.build();
        }

        private static void writeSetOfShape(ThriftWriter out, Set<Shape> set) {
            out.writeSetBegin(ThriftType.STRUCT, set.size());
            for (Shape element : set) {
                Shape.CODEC.write(out, element);
            }
        }
    }
}
