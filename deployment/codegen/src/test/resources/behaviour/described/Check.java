import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.volo.thrift.dynamic.InvalidValueException;
import io.quarkiverse.volo.thrift.json.JsonSyntaxException;
import io.quarkiverse.volo.thrift.json.ThriftJson;
import org.acme.shop.Mood;
import org.acme.shop.Refused;
import org.acme.shop.ShopIdl;
import org.acme.shop.User;
import org.acme.shop.UserServiceDefinition;

/** What docs/generic-calls.md says of its example. */
public final class Check {

    private static final User ANN = User.builder().id(7L).name("Ann").mood(Mood.HAPPY).build();
    private static final ThriftJson<User> USERS = ThriftJson.of(User.CODEC);

    private Check() {
    }

    public static void valuesAreJson() {
        String text = USERS.write(ANN);
        assertThat(text).isEqualTo("{\"id\":7,\"name\":\"Ann\",\"mood\":\"HAPPY\"}");
        assertThat(USERS.read(text)).isEqualTo(ANN);
        assertThat(USERS.read("{\"id\": \"7\", \"name\": \"Ann\", \"mood\": 1}")).isEqualTo(ANN);
        assertThat(USERS.redacted().write(ANN.toBuilder().password("secret").build())).contains("\"password\":\"***\"");
        assertThat(ThriftJson.of(Refused.CODEC).write(new Refused("no"))).isEqualTo("{\"reason\":\"no\"}");
    }

    public static void mistakesInJsonAreTold() {
        assertThatThrownBy(() -> USERS.read("{\"id\": \"abc\"}")).isInstanceOf(InvalidValueException.class)
                .hasMessage("$.id: \"abc\" (expected: i64)");
        assertThatThrownBy(() -> USERS.read("{\"id\": 1, \"mood\": \"HAPY\"}"))
                .hasMessage("$.mood: enum Mood: 'HAPY' (expected: one of HAPPY, SAD; did you mean 'HAPPY'?)");
        assertThatThrownBy(() -> USERS.read("{\"nmae\": 1}")).hasMessage(
                "$: field of User: 'nmae' (expected: one of id, name, mood, password; did you mean 'name'?)");
        assertThatThrownBy(() -> USERS.read("{\n\n  \"id\":      }")).isInstanceOf(JsonSyntaxException.class)
                .hasMessage("line 3, column 14: Unexpected character ('}' (code 125)): expected a value");
    }

    public static void anEnumsNumberWithoutANameIsUnrecognized() {
        assertThat(USERS.read("{\"id\": 1, \"mood\": 77}").mood()).isEqualTo(Mood.UNRECOGNIZED);
    }

    public static void descriptorsSayWhatTheIdlSays() {
        assertThat(User.CODEC.descriptor().field("password").isSensitive()).isTrue();
        assertThat(User.CODEC.descriptor().field("id").type().shown()).isEqualTo("i64");
        assertThat(Mood.descriptor().member(1).name()).isEqualTo("HAPPY");
        assertThat(new UserServiceDefinition().descriptor().method("find").exceptions().toString())
                .isEqualTo("[1: Refused refused]");
        assertThat(ShopIdl.FILE.text()).contains("  4: optional string password (volo.sensitive = \"1\")\n");
    }
}
