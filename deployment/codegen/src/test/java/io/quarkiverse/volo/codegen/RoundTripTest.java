package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.CompactReader;
import io.quarkiverse.volo.thrift.codec.CompactWriter;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.value.Binary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a generated value holds, it is read as it was written, in both protocols and in memory of both kinds. */
class RoundTripTest {

    private static final Class<?> EVERYTHING = everything();

    /** The type of all types of the golden files, compiled. */
    private static Class<?> everything() {
        try {
            Path folder = Files.createTempDirectory("round-trip");
            IdlFolder idl = new IdlFolder(folder).withAllOf(GoldenTest.CASES.resolve("types"));
            idl.compile();
            Path classes = folder.resolve("classes");
            assertThat(JavaSources.compile(idl.sources(), classes)).isEmpty();
            return JavaSources.loader(classes).loadClass("org.acme.types.Everything");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Property(tries = 200)
    void binary(@ForAll("values") Object value, @ForAll boolean direct) {
        roundTrip(value, direct, new BinaryWriter(), new BinaryReader());
    }

    @Property(tries = 200)
    void compact(@ForAll("values") Object value, @ForAll boolean direct) {
        roundTrip(value, direct, new CompactWriter(), new CompactReader());
    }

    @SuppressWarnings("unchecked")
    private static void roundTrip(Object value, boolean direct, ThriftWriter out, ThriftReader in) {
        ByteBuf bytes = direct ? Unpooled.directBuffer() : Unpooled.buffer();
        try {
            var codec = (StructCodec<Object>) EVERYTHING.getField("CODEC").get(null);
            codec.write(out.reset(bytes), value);
            assertThat(codec.read(in.reset(bytes))).isEqualTo(value);
            assertThat(bytes.isReadable()).isFalse();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            bytes.release();
        }
    }

    @Provide
    Arbitrary<?> values() {
        return of(EVERYTHING);
    }

    private static Arbitrary<?> of(Type type) {
        if (type instanceof ParameterizedType container) {
            return ofContainer(container);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return ofRecord(plain);
        }
        if (plain.isEnum()) {
            return Arbitraries.of(Arrays.stream(plain.getEnumConstants())
                    .filter(member -> !member.toString().equals("UNRECOGNIZED"))
                    .toList());
        }
        return ofScalar(plain);
    }

    private static Arbitrary<?> ofScalar(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> Arbitraries.of(true, false);
            case "byte", "Byte" -> Arbitraries.bytes();
            case "short", "Short" -> Arbitraries.shorts();
            case "int", "Integer" -> Arbitraries.integers();
            case "long", "Long" -> Arbitraries.longs();
            case "double", "Double" -> Arbitraries.longs().map(Double::longBitsToDouble);
            case "String" -> Arbitraries.strings().filter(text -> !holdsLoneSurrogate(text));
            case "Binary" -> Arbitraries.bytes().array(byte[].class).map(Binary::copyOf);
            case "UUID" -> Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
            default -> throw new IllegalArgumentException(type + " (expected: a type of the IDL)");
        };
    }

    private static boolean holdsLoneSurrogate(String text) {
        return text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static Arbitrary<?> ofContainer(ParameterizedType container) {
        Arbitrary<?> first = of(container.getActualTypeArguments()[0]);
        if (container.getRawType() == Map.class) {
            return Arbitraries.maps(first, of(container.getActualTypeArguments()[1])).ofMaxSize(20);
        }
        return container.getRawType() == Set.class ? first.set().ofMaxSize(20) : first.list().ofMaxSize(20);
    }

    private static Arbitrary<?> ofRecord(Class<?> type) {
        Map<RecordComponent, Arbitrary<?>> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Arbitrary<?> value = of(component.getGenericType());
            components.put(component, isNullable(component) ? value.injectNull(0.3) : value);
        }
        List<Arbitrary<Object>> values = components.values().stream().<Arbitrary<Object>> map(Arbitrary::asGeneric).toList();
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        return Combinators.combine(values).as(arguments -> {
            try {
                return constructor.newInstance(arguments.toArray());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static boolean isNullable(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("Nullable"));
    }
}
