package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.TypeUse;
import io.quarkiverse.volo.codegen.model.Typedef;
import io.quarkiverse.volo.codegen.syntax.Dialect;

/** What Apache's compiler does not print, and later stages need. */
class ModelTest {

    private static Document document(String file) {
        return Corpus.main(Corpus.resolve("accepted/" + file, Dialect.ANY, new Diagnostics()));
    }

    @Test
    void keepsTheAnnotationsOfTypesAtAnyDepth() {
        Field field = document("annotations.thrift").structs().get(0).fields().get(2);
        TypeUse map = field.use();
        assertThat(map.annotations()).containsExactly(entry("t", "1"));
        assertThat(map.arguments().get(0).annotations()).containsExactly(entry("p", "q"));
        assertThat(map.arguments().get(1).annotations()).containsExactly(entry("s", "1"));
        assertThat(map.arguments().get(1).arguments().get(0).annotations()).containsExactly(entry("r", "1"));
        assertThat(field.annotations()).isEmpty();
    }

    @Test
    void knowsTheTypedefThatATypeWasNamedBy() {
        Document document = document("annotations.thrift");
        TypeUse use = document.structs().get(0).fields().get(1).use();
        assertThat(use.type()).isEqualTo(new Type.ListOf(Type.Base.STRING));
        assertThat(use.typedef()).isEqualTo(new Typedef.Name("annotations.thrift", "Names"));
        assertThat(use.annotations()).isEmpty();
        Typedef typedef = document.typedefs().get(0);
        assertThat(typedef.annotations()).containsExactly(entry("e", "f"));
        assertThat(typedef.use().annotations()).containsExactly(entry("c", "d"));
    }

    @Test
    void keepsTheAnnotationsOfNamespacesMembersAndArguments() {
        Document document = document("annotations.thrift");
        assertThat(document.namespaces().get("java").annotations()).containsExactly(entry("x", "y"));
        assertThat(document.enumerations().get(0).members().get(1).annotations()).containsExactly(entry("y", "1"));
        Method method = document.services().get(0).methods().get(0);
        assertThat(method.arguments().get(0).annotations()).containsExactly(entry("n", "1"));
        assertThat(method.exceptions().get(0).annotations()).containsExactly(entry("o", "1"));
    }

    @Test
    void keepsWhatCloudWeGoWrites() {
        Document document = document("cloudwego.thrift");
        Field message = document.structs().get(0).fields().get(0);
        assertThat(message.annotations()).containsExactly(entry("api.body", "msg"), entry("api.vd", "len($) > 0"),
                entry("go.tag", "json:\"msg\" form:\"msg\""));
        assertThat(document.structs().get(0).fields().get(2).annotations()).containsEntry("pilota.rust_type", "btree");
        assertThat(document.services().get(0).methods().get(1).annotations()).containsEntry("streaming.mode", "bidirectional");
    }

    @Test
    void keepsEveryValueOfAnAnnotationThatComesTwice() {
        Field field = document("annotations-same-name.thrift").structs().get(0).fields().get(0);
        assertThat(field.annotations().all("x")).containsExactly("1", "2");
        assertThat(field.annotations()).containsExactly(entry("x", "2"));
        assertThat(field.annotations().all("y")).isEmpty();
    }
}
