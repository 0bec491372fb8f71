import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.CompactReader;
import io.quarkiverse.volo.thrift.codec.CompactWriter;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.value.BooleanList;
import io.quarkiverse.volo.thrift.value.ByteList;
import io.quarkiverse.volo.thrift.value.DoubleList;
import io.quarkiverse.volo.thrift.value.IntList;
import io.quarkiverse.volo.thrift.value.LongList;
import io.quarkiverse.volo.thrift.value.ShortList;
import org.acme.more.Alike;
import org.acme.more.Leak;
import org.acme.more.MoreIdl;
import org.acme.more.OfFile;
import org.acme.more.Opted;
import org.acme.shapes.Account;
import org.acme.shapes.Credential;
import org.acme.shapes.Denied;
import org.acme.shapes.OldProof;
import org.acme.shapes.Proxied;
import org.acme.shapes.Sample;
import org.acme.shapes.Sampler;
import org.acme.shapes.SamplerDefinition;
import org.acme.shapes.ShapesConstants;
import org.acme.shapes.Vault;
import org.acme.shapes.Volume;

@SuppressWarnings("deprecation")
public final class Check {

    private Check() {
    }

    static <T> ByteBuf write(StructCodec<T> codec, T value) {
        ByteBuf buffer = Unpooled.buffer();
        codec.write(new BinaryWriter().reset(buffer), value);
        return buffer;
    }

    static <T> T read(StructCodec<T> codec, ByteBuf buffer) {
        T value = codec.read(new BinaryReader().reset(buffer));
        assertThat(buffer.isReadable()).isFalse();
        return value;
    }

    static <T> T again(StructCodec<T> codec, T value) {
        return read(codec, write(codec, value));
    }

    static <T> T compactAgain(StructCodec<T> codec, T value) {
        ByteBuf buffer = Unpooled.buffer();
        codec.write(new CompactWriter().reset(buffer), value);
        return codec.read(new CompactReader().reset(buffer));
    }

    static ByteBuf empty() {
        return Unpooled.buffer().writeByte(0);
    }

    static Sample.Builder sample() {
        return Sample.builder().sensorName("s").flags(true, false);
    }

    // Names

    public static void theIdlGivesNamesThatOnlyJavaKnows() throws Exception {
        assertThat(Sample.CODEC.name()).isEqualTo("sample_v2");
        assertThat(new SamplerDefinition().serviceName()).isEqualTo("sampler");
        assertThat(SamplerDefinition.TAKE_SAMPLE.name()).isEqualTo("take");
        assertThat(Sampler.Blocking.class.getMethod("takeSample", String.class, String.class).getParameters()[0].getName())
                .isEqualTo("sensor");
        assertThat(Volume.of(1)).isEqualTo(Volume.QUIET);
        assertThat(ShapesConstants.FIRST_PRIMES).containsExactly(2L, 3L, 5L);
        assertThatThrownBy(() -> Sample.builder().flags(true).build()).hasMessage("sample_v2.sensor: required and not set");
        assertThatThrownBy(() -> read(Sample.CODEC, empty())).hasMessage("sample_v2: required field 'sensor' is missing");
        assertThatThrownBy(() -> sample().sensorName(null).build()).isInstanceOf(IllegalStateException.class);
    }

    public static void namesMayBeSwappedAndLookLikeThoseOfGeneratedCode() {
        Alike alike = new Alike(1, 2, 3, 4, 5);
        assertThat(alike.b()).isEqualTo(1);
        assertThat(again(Alike.CODEC, alike)).isEqualTo(alike);
    }

    // Deprecation

    public static void whatTheIdlCallsDeprecatedIsDeprecated() throws Exception {
        assertThat(Sample.class.getMethod("unit").isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(Sample.class.getMethod("height").isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(Sample.class.getMethod("sensorName").isAnnotationPresent(Deprecated.class)).isFalse();
        assertThat(Sample.Builder.class.getMethod("unit", String.class).isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(Volume.class.getField("LOUD").isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(Sampler.class.getMethod("old", org.acme.shapes.OldSample.class).isAnnotationPresent(Deprecated.class))
                .isTrue();
        assertThat(Sampler.Blocking.class.getMethod("old", org.acme.shapes.OldSample.class)
                .isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(org.acme.shapes.OldSample.class.isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(org.acme.more.Gone.class.isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(Credential.class.getMethod("number", int.class).isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(Credential.Number.class.isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(Credential.Member.class.getField("NUMBER").isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(Credential.Token.class.isAnnotationPresent(Deprecated.class)).isFalse();
        assertThat(OldProof.class.isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(ShapesConstants.class.getField("LOUDEST").isAnnotationPresent(Deprecated.class)).isTrue();
    }

    // Sensitive values

    public static void sensitiveValuesAreNotShown() {
        Account account = Account.builder().owner("Ada").password("secret").pin(4711L).visits(3).build();
        assertThat(account).hasToString("Account[owner=Ada, password=***, pin=***, visits=3]");
        assertThat(Account.builder().owner("Ada").build()).hasToString("Account[owner=Ada, password=***, pin=***, visits=0]");
        assertThat(account.password()).isEqualTo("secret");
        assertThat(account).isNotEqualTo(account.toBuilder().password("other").build());
        assertThat(again(Account.CODEC, account)).isEqualTo(account);
    }

    public static void exceptionsAndArgumentsHideThemToo() {
        Denied denied = new Denied("secret", 7);
        assertThat(denied).hasMessage("message=***, code=7").hasToString("org.acme.shapes.Denied: message=***, code=7");
        assertThat(denied.message()).isEqualTo("secret");
        assertThat(new Leak("Ada", "secret", 1)).hasMessage("user=Ada, secret=***, code=1");
        assertThat(new SamplerDefinition.TakeSampleArguments("s", "secret"))
                .hasToString("TakeSampleArguments[sensor=s, secret=***]");
    }

    public static void unionsHideThemToo() {
        Credential token = Credential.token("secret");
        assertThat(token).hasToString("Token[value=***]").isNotEqualTo(Credential.token("other"));
        assertThat(again(Credential.CODEC, token)).isEqualTo(token);
        assertThat(Credential.keys(1, 2)).hasToString("Keys[value=***]");
        assertThat(Credential.login("Ada")).hasToString("Login[value=Ada]");
        assertThat(OldProof.text("secret")).hasToString("Text[value=***]");
        assertThat(OldProof.alarms(List.of(Volume.LOUD))).hasToString("Alarms[value=***]");
    }

    public static void whatKeepsUnknownFieldsHidesThemToo() {
        Vault vault = Vault.builder().code("secret").opener(Credential.token("secret")).build();
        assertThat(vault).hasToString("Vault[code=***, opener=Token[value=***], alarms=[]]");
    }

    public static void theClassOfAFilesDescriptionGivesWayToNamesOfTheIdl() {
        assertThat(again(MoreIdl.CODEC, new MoreIdl(1)).number()).isEqualTo(1);
        assertThat(MoreIdl.CODEC.descriptor().name()).isEqualTo("Taken");
    }

    public static void unionsHaveTheNamesAndArraysOfTheIdl() {
        assertThat(Credential.CODEC.name()).isEqualTo("credential_v1");
        assertThat(again(Credential.CODEC, Credential.keys(1, 2))).isEqualTo(new Credential.Keys(LongList.of(1, 2)));
        assertThat(Credential.login("Ada").member()).isEqualTo(Credential.Member.LOGIN);
    }

    // Presence

    public static void absentFieldsOfExplicitPresenceAreNullAndNotWritten() {
        ByteBuf onlyNeeded = Unpooled.buffer();
        ThriftWriter out = new BinaryWriter().reset(onlyNeeded);
        out.structBegin();
        out.writeI32Field(0x08_0004, 1);
        out.writeBoolField(0x02_0005, false);
        out.structEnd();
        ByteBuf before = onlyNeeded.copy();
        Proxied proxied = read(Proxied.CODEC, onlyNeeded);
        assertThat(proxied).isEqualTo(new Proxied(null, null, null, 1, false, null));
        assertThat(write(Proxied.CODEC, proxied)).isEqualTo(before);
    }

    public static void buildersStillBeginWithTheDefaultsOfTheIdl() {
        Proxied built = Proxied.builder().needed(1).build();
        assertThat(built).isEqualTo(new Proxied(null, "none", List.of(1L), 1, false, 10));
        assertThat(again(Proxied.CODEC, built)).isEqualTo(built);
        assertThat(again(Proxied.CODEC, built.toBuilder().number(0).build()).number()).isZero();
    }

    public static void aWholeFileMayHaveExplicitPresence() {
        ByteBuf buffer = write(OfFile.CODEC, OfFile.builder().needed(1).build());
        OfFile read = read(OfFile.CODEC, buffer);
        assertThat(read).isEqualTo(new OfFile(null, null, 1, null, false));
        assertThat(read(Opted.CODEC, empty()).number()).isZero();
    }

    public static void anArgumentMayHaveExplicitPresence() {
        var arguments = read(SamplerDefinition.COUNTS.arguments(), empty());
        assertThat(arguments).isEqualTo(new SamplerDefinition.CountsArguments(LongList.of(), null));
    }

    // Numbers in arrays

    public static void numbersAreKeptInArrays() {
        Sample sample = sample().counts(1, -1, Long.MIN_VALUE).values(0.5, Double.NaN).codes(IntList.of(7)).raw((byte) 1)
                .series(Map.of("a", ShortList.of((short) 1), "b", ShortList.of())).build();
        assertThat(again(Sample.CODEC, sample)).isEqualTo(sample);
        assertThat(compactAgain(Sample.CODEC, sample)).isEqualTo(sample);
        assertThat(sample.counts().getLong(2)).isEqualTo(Long.MIN_VALUE);
        assertThat(sample.values()).isEqualTo(DoubleList.of(0.5, Double.NaN));
        assertThat(sample.raw()).isEqualTo(ByteList.of((byte) 1));
        assertThat(sample.flags()).isEqualTo(BooleanList.of(true, false));
        assertThat(sample.hashCode()).isEqualTo(again(Sample.CODEC, sample).hashCode());
    }

    public static void absentArraysAreEmptyOrTheDefaultOrNull() {
        Sample sample = sample().build();
        assertThat(sample.counts()).isEmpty();
        assertThat(sample.values()).isNull();
        assertThat(sample.codes()).containsExactly(1, 2, 3);
        assertThat(ShapesConstants.NO_SAMPLE.flags()).containsExactly(true);
        assertThatThrownBy(() -> sample().counts((LongList) null).build()).hasMessage("counts");
    }

    public static void anArrayOfAnotherElementTypeIsSkipped() {
        ByteBuf buffer = Unpooled.buffer();
        ThriftWriter out = new BinaryWriter().reset(buffer);
        out.structBegin();
        out.writeStringField(0x0B_0001, "s");
        out.writeField(0x0F_0004);
        out.writeListBegin(11, 1);
        out.writeString("one");
        out.writeField(0x0F_0005);
        out.writeListBegin(2, 0);
        out.writeField(0x0D_0006);
        out.writeMapBegin(11, 15, 1);
        out.writeString("a");
        out.writeListBegin(11, 1);
        out.writeString("one");
        out.structEnd();
        Sample sample = read(Sample.CODEC, buffer);
        assertThat(sample.codes()).containsExactly(1, 2, 3);
        assertThat(sample.series()).isEqualTo(Map.of("a", ShortList.of()));
    }

    public static void servicesPassArrays() throws Exception {
        assertThat(Sampler.Blocking.class.getMethod("counts", LongList.class, Integer.class).getReturnType())
                .isEqualTo(LongList.class);
        ByteBuf buffer = Unpooled.buffer();
        SamplerDefinition.COUNTS.result().writeSuccess(new BinaryWriter().reset(buffer), LongList.of(1, 2));
        assertThat(SamplerDefinition.COUNTS.result().read(new BinaryReader().reset(buffer))).isEqualTo(LongList.of(1, 2));
    }

    public static void nothingOfAGeneratedTypeCanBeChanged() {
        Stream.of(Sample.class, LongList.class, ByteList.class).flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .forEach(field -> assertThat(Modifier.isFinal(field.getModifiers())).as("%s", field).isTrue());
    }
}
