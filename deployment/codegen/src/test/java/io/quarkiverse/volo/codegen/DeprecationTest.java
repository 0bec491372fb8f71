package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the IDL calls deprecated, javac warns of; generated code, which may have to use it, stays clean ({@link GoldenTest}).
 */
class DeprecationTest {

    private static final String USES = """
            import org.acme.shapes.*;
            class Uses {
                Object type(OldSample old) { return old; }
                Object accessors(Sample sample) { return sample.unit() + sample.height() + sample.sensorName(); }
                Object setter() { return Sample.builder().unit("m"); }
                Object arm() { return Credential.number(1); }
                boolean armOf(Credential credential) { return credential instanceof Credential.Number; }
                Object member() { return Volume.LOUD; }
                Object constant() { return ShapesConstants.LOUDEST; }
                void method(Sampler.Blocking sampler) { sampler.old(null); }
                Object reactive(Sampler sampler) { return sampler.old(null); }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void javacWarnsThoseWhoUseIt() throws Exception {
        IdlFolder idl = new IdlFolder(folder).withAllOf(GoldenTest.CASES.resolve("shapes"));
        idl.compile();
        Map<String, String> sources = idl.sources();
        assertThat(JavaSources.compile(sources, folder.resolve("classes"))).isEmpty();
        sources.put("Uses.java", USES);

        assertThat(JavaSources.compile(sources, folder.resolve("more-classes")).lines()
                .filter(line -> line.contains("[deprecation]")).map(line -> line.replaceAll(".*\\[deprecation\\] ", "")))
                .containsExactlyInAnyOrder("OldSample in org.acme.shapes has been deprecated",
                        "unit() in Sample has been deprecated",
                        "height() in Sample has been deprecated",
                        "unit(String) in Builder has been deprecated",
                        "number(int) in Credential has been deprecated",
                        "Number in Credential has been deprecated",
                        "LOUD in Volume has been deprecated",
                        "LOUDEST in ShapesConstants has been deprecated",
                        "old(OldSample) in Blocking has been deprecated",
                        "old(OldSample) in Sampler has been deprecated");
    }

    @Test
    void generatedCodeIsCleanWhereverItUsesIt() throws Exception {
        IdlFolder idl = new IdlFolder(folder).withAllOf(GoldenTest.CASES.resolve("shapes")).withAllOf(
                GoldenTest.CASES.resolve("../behaviour/shapes"));
        idl.compile();

        assertThat(JavaSources.compile(idl.sources(), folder.resolve("classes"))).isEmpty();
        assertThat(idl.sources().get("org/acme/more/UsesOld.java")).contains("@SuppressWarnings(\"deprecation\")");
        assertThat(idl.sources().get("org/acme/more/Opted.java")).doesNotContain("SuppressWarnings");
    }
}
