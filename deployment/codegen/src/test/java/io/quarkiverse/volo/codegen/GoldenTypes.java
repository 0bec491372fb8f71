package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.quarkiverse.volo.thrift.codec.StructCodec;

/** Types of the golden files, compiled, for tests with random values. */
final class GoldenTypes {

    /** Has fields of all types but unions. */
    static final Class<?> EVERYTHING = compile("types", "org.acme.types.Everything");
    /** Has unions, also in containers and in themselves. */
    static final Class<?> DRAWING = compile("unions", "org.acme.drawing.Drawing");
    /** Keeps numbers in arrays. */
    static final Class<?> SAMPLE = compile("shapes", "org.acme.shapes.Sample");
    /** Tells absent fields from those that have their default. */
    static final Class<?> PROXIED = compile("shapes", "org.acme.shapes.Proxied");
    static final List<Class<?>> ALL = List.of(EVERYTHING, DRAWING, SAMPLE, PROXIED);

    private GoldenTypes() {
    }

    static Class<?> compile(String golden, String type) {
        try {
            Path folder = Files.createTempDirectory("golden-types");
            IdlFolder idl = new IdlFolder(folder).withAllOf(GoldenTest.CASES.resolve(golden));
            idl.compile();
            Path classes = folder.resolve("classes");
            assertThat(JavaSources.compile(idl.sources(), classes)).isEmpty();
            return JavaSources.loader(classes).loadClass(type);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static StructCodec<Object> codec(Class<?> type) {
        try {
            return (StructCodec<Object>) type.getField("CODEC").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
