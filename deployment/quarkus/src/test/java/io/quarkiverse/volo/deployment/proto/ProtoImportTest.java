package io.quarkiverse.volo.deployment.proto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProtoImportTest {

    @Test
    void findsImportsOfEveryFormWithTheirPlaces() {
        String text = """
                syntax = "proto3"; import "a.proto";
                import public 'b/c.proto' ;
                  import weak
                    "d.proto";
                import option "e.proto";
                message M { string import = 1; }
                import/* now */"f.proto";
                """;

        assertThat(ProtoImport.of("x.proto", text)).extracting(imported -> imported.path() + " " + imported.place())
                .containsExactly("a.proto x.proto:1:27", "b/c.proto x.proto:2:15", "d.proto x.proto:4:5",
                        "e.proto x.proto:5:15", "f.proto x.proto:7:16");
    }

    @Test
    void passesOverCommentsStringsAndNames() {
        String text = """
                // import "a.proto";
                /* import "b.proto"; */
                option (text) = "; import 'c.proto';";
                message Other { option (import) = "d.proto"; reserved "import"; }
                option (escaped) = "\\"; import \\"e.proto";
                """;

        assertThat(ProtoImport.of("x.proto", text)).isEmpty();
    }

    @Test
    void bearsWhatDoesNotEnd() {
        assertThat(ProtoImport.of("x.proto", "/* " + "a".repeat(100_000))).isEmpty();
        assertThat(ProtoImport.of("x.proto", "import \"" + "a".repeat(100_000))).isEmpty();
        assertThat(ProtoImport.of("x.proto", "// " + "a".repeat(100_000) + "\nimport \"a.proto\";")).hasSize(1);
    }
}
