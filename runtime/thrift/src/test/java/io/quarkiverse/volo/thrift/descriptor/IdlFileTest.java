package io.quarkiverse.volo.thrift.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.thrift.value.Binary;

class IdlFileTest {

    private static final IdlFile BASE = new IdlFile("base.thrift", List.of(), """
            enum Color (go.tag = "x") {
              /** like a rose */
              RED = 1 (label = "Rot")
              BLUE = -2
            }
            exception Refused {
              1: string message
            }
            service Health {
              void ping()
            }
            """);

    private static final IdlFile SHOP = new IdlFile("shop.thrift", List.of(IdlFile.include("base", () -> BASE)), """
            /**
             * What was bought.
             *
             *   Indented.
             */
            struct Order (api.name = "a", api.name = "b", bare = "1") {
              /** the number */
              1: required i64 id
              2: optional list<map<string, set<base.Color>>> colors = [{"a": [RED, BLUE]}, {}]
              -3: base.Color color = BLUE
              4: string text = "it's \\"quoted\\" \\\\ \\n \\u0007" (volo.sensitive = "1")
              5: Order parent
              6: double real = -1.5E-7
              7: binary bytes = "\\u00e4"
              8: uuid key = "00112233-4455-6677-8899-aabbccddeeff"
              9: bool flag = true
              10: byte tiny = -128
              11: i16 small = 300
              12: Order preset = {"id": 7, "text": "x"}
              13: i32 number = 5 (volo.sensitive = "false")
            }
            union Either {
              1: i32 left
              2: string right
            }
            struct Nothing {
            }
            /** Sells. */
            service Shop extends base.Health (idempotent = "true") {
              /** Buys. */
              Order buy(1: required Order order,\s
                /** how many */
                2: i32 count = 1) throws (1: base.Refused refused) (retry = "yes")
              oneway void forget(1: i64 id)
            }
            """);

    private static FieldDescriptor field(String name) {
        return Objects.requireNonNull(SHOP.struct("Order").field(name), name);
    }

    @Test
    void structsHaveFieldsAnnotationsAndComments() {
        StructDescriptor order = SHOP.struct("Order");

        assertThat(order).hasToString("struct Order");
        assertThat(order.comment()).isEqualTo("What was bought.\n\n  Indented.");
        assertThat(order.annotations().values()).isEqualTo(Map.of("api.name", List.of("a", "b"), "bare", List.of("1")));
        assertThat(order.annotations().value("api.name")).isEqualTo("b");
        assertThat(order.annotations().value("none")).isNull();
        assertThat(order.fieldNames()).startsWith("id", "colors", "color").hasSize(13);
        assertThat(order.field(-3)).isSameAs(field("color"));
        assertThat(order.field(99)).isNull();
        assertThat(SHOP.structs()).extracting(StructDescriptor::toString)
                .containsExactly("struct Order", "union Either", "struct Nothing");
    }

    @Test
    void fieldsHaveIdsTypesAndPresence() {
        assertThat(field("id")).hasToString("1: i64 id");
        assertThat(field("id").requiredness()).isEqualTo(Requiredness.REQUIRED);
        assertThat(field("id").comment()).isEqualTo("the number");
        assertThat(field("colors").requiredness()).isEqualTo(Requiredness.OPTIONAL);
        assertThat(field("colors").type().shown()).isEqualTo("list<map<string, set<base.Color>>>");
        assertThat(field("color").requiredness()).isEqualTo(Requiredness.DEFAULT);
        assertThat(field("color").index()).isEqualTo(2);
        assertThat(field("text").isSensitive()).isTrue();
        assertThat(field("number").isSensitive()).isFalse();
    }

    @Test
    void typesAreLookedUpAlsoInThemselvesAndInOtherFiles() {
        assertThat(((TypeDescriptor.Defined) field("parent").type()).definition()).isSameAs(SHOP.struct("Order"));
        assertThat(((TypeDescriptor.Defined) field("color").type()).definition()).isSameAs(BASE.enumeration("Color"));
        assertThat(field("parent").type()).isEqualTo(field("preset").type()).isNotEqualTo(field("color").type());
    }

    @Test
    void defaultsHaveTheirTypes() {
        assertThat(field("id").defaultValue()).isNull();
        assertThat(field("colors").defaultValue()).isEqualTo(List.of(Map.of("a", Set.of("RED", "BLUE")), Map.of()));
        assertThat(field("color").defaultValue()).isEqualTo("BLUE");
        assertThat(field("text").defaultValue()).isEqualTo("it's \"quoted\" \\ \n \u0007");
        assertThat(field("real").defaultValue()).isEqualTo(-1.5E-7);
        assertThat(field("bytes").defaultValue()).isEqualTo(Binary.ofUtf8("ä"));
        assertThat(field("key").defaultValue()).isEqualTo(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"));
        assertThat(field("flag").defaultValue()).isEqualTo(true);
        assertThat(field("tiny").defaultValue()).isEqualTo((byte) -128);
        assertThat(field("small").defaultValue()).isEqualTo((short) 300);
        assertThat(field("preset").defaultValue()).isEqualTo(Map.of("id", 7L, "text", "x"));
    }

    @Test
    void enumsHaveMembers() {
        EnumDescriptor color = BASE.enumeration("Color");
        EnumDescriptor.Member red = Objects.requireNonNull(color.member("RED"));

        assertThat(color).hasToString("enum Color");
        assertThat(color.annotations().value("go.tag")).isEqualTo("x");
        assertThat(red.number()).isEqualTo(1);
        assertThat(red.comment()).isEqualTo("like a rose");
        assertThat(red.annotations().value("label")).isEqualTo("Rot");
        assertThat(color.member(-2)).isSameAs(color.members().get(1));
        assertThat(color.member(3)).isNull();
    }

    @Test
    void servicesHaveTheirMethodsAndInheritedOnes() {
        ServiceDescriptor shop = SHOP.service("Shop");
        MethodDescriptor buy = Objects.requireNonNull(shop.method("buy"));

        assertThat(shop.comment()).isEqualTo("Sells.");
        assertThat(shop.annotations().isOn("idempotent")).isTrue();
        assertThat(shop.methods()).extracting(MethodDescriptor::toString)
                .containsExactly("Shop.ping", "Shop.buy", "Shop.forget");
        assertThat(shop.base()).isSameAs(BASE.service("Health"));
        assertThat(buy.comment()).isEqualTo("Buys.");
        assertThat(buy.annotations().value("retry")).isEqualTo("yes");
        assertThat(buy.arguments().kind()).isEqualTo(StructDescriptor.Kind.ARGUMENTS);
        assertThat(buy.arguments().fields()).extracting(FieldDescriptor::toString)
                .containsExactly("1: Order order", "2: i32 count");
        assertThat(buy.arguments().fields().get(1).comment()).isEqualTo("how many");
        assertThat(buy.exceptions()).extracting(FieldDescriptor::toString).containsExactly("1: base.Refused refused");
        assertThat(buy.oneway()).isFalse();
        assertThat(Objects.requireNonNull(shop.method("forget")).oneway()).isTrue();
        assertThat(Objects.requireNonNull(shop.method("forget")).result()).isNull();
    }

    @Test
    void unknownNamesAreToldWithTheKnownOnes() {
        assertThatThrownBy(() -> SHOP.struct("Oder")).hasMessage("struct of shop.thrift: 'Oder' (expected: one of Order, "
                + "Either, Nothing; did you mean 'Order'?)");
        assertThatThrownBy(() -> SHOP.arguments("Shop", "sell"))
                .hasMessage("method of shop.thrift: 'sell' (expected: one of ping, buy, forget)");
        assertThatThrownBy(() -> BASE.service("Wealth"))
                .hasMessage("service of base.thrift: 'Wealth' (expected: Health; did you mean 'Health'?)");
    }

    @Test
    void theTextMayBeCutAnywhere() {
        String text = SHOP.text();
        for (int cut = 0; cut < text.length(); cut += 7) {
            IdlFile file = new IdlFile("cut.thrift", List.of(), text.substring(0, cut), text.substring(cut));
            assertThat(file.struct("Order").fields()).hasSize(13);
        }
    }

    @Test
    void nothingIsReadBeforeItIsAskedFor() {
        Supplier<IdlFile> broken = () -> {
            throw new AssertionError("asked for");
        };
        IdlFile file = new IdlFile("lazy.thrift", List.of(IdlFile.include("other", broken)), "struct A { 1: other.B b }");

        assertThat(file.struct("A").fields()).hasSize(1);
        assertThat(new IdlFile("wrong.thrift", List.of(), "struct {")).hasToString("wrong.thrift");
    }

    @Test
    void aTextThatIsNoDescriptionSaysWhere() {
        IdlFile file = new IdlFile("wrong.thrift", List.of(), "struct A {\n  1: i32 a =\n}\n");
        assertThatThrownBy(file::structs).hasMessage("line 3 of a generated description: '}' (expected: WORD)");
    }
}
