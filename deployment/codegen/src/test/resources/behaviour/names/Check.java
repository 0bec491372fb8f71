import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import org.acme.names.AllTypes;
import org.acme.names.Builder_;
import org.acme.names.MoreTwins;
import org.acme.names.NamesConstants;
import org.acme.names.TwinMethods;
import org.acme.names.Twins;
import org.acme.names.Twins_;
import org.acme.names.Words;
import org.acme.names.WordsEnum;
import org.acme.names.WordsException;

public final class Check {

    private Check() {
    }

    private static <T> T again(StructCodec<T> codec, T value) {
        ByteBuf buffer = Unpooled.buffer();
        codec.write(new BinaryWriter().reset(buffer), value);
        return codec.read(new BinaryReader().reset(buffer));
    }

    public static void wordsOfJavaGetAnUnderscore() {
        Words words = Words.builder().class_("c").hashCode_("h").toBuilder_("t").record("r").in("in").value("v").field("f")
                .build();
        assertThat(again(Words.CODEC, words)).isEqualTo(words);
        WordsException failure = WordsException.builder().getMessage_("m").wait_("w").in("in").build();
        assertThat(again(WordsException.CODEC, failure).getMessage_()).isEqualTo("m");
        assertThat(WordsEnum.class_.number()).isEqualTo(WordsEnum.of(WordsEnum.class_.number()).number());
        assertThat(WordsEnum.UNRECOGNIZED_).isNotEqualTo(WordsEnum.UNRECOGNIZED);
    }

    public static void typesMayBeNamedLikeThoseThatGeneratedCodeUses() {
        AllTypes value = AllTypes.builder().flag(true).strings(List.of(new org.acme.names.String("s", List.of(), 1L)))
                .fieldBuilder(new Builder_("b", List.of("x"), null))
                .lists(Map.of("l", new org.acme.names.List("l", List.of(), null))).build();
        assertThat(again(AllTypes.CODEC, value)).isEqualTo(value);
        assertThat(value.preset().name()).isEqualTo("x");
    }

    public static void constantsMayBeNamedLikeThemToo() {
        assertThat(NamesConstants.ImmutableList).containsExactly("ImmutableList");
        assertThat(NamesConstants.class_).containsExactly("class");
        assertThat(NamesConstants.Endless).isInfinite();
    }

    public static void namesThatAreSpelledAlikeInJavaAreKeptApart() throws Exception {
        Twins twins = NamesConstants.TWINS;
        assertThat(again(Twins.CODEC, twins)).isEqualTo(twins);
        assertThat(twins.firstName() + twins.firstName_() + twins.id() + twins.id_()).isEqualTo("ab04");
        assertThat(again(Twins_.CODEC, new Twins_(twins)).others()).isEqualTo(twins);
        assertThat(TwinMethods.class.getMethod("getUser", java.lang.String.class, java.lang.String.class)).isNotNull();
        assertThat(TwinMethods.class.getMethod("getUser_", int.class)).isNotNull();
        assertThat(MoreTwins.class.getMethod("getUser__")).isNotNull();
        assertThat(Class.forName("org.acme.names.MoreTwinsDefinition_").getInterfaces()).hasSize(1);
    }

    public static void namesThatDifferByCaseOnlyAreKeptApart() throws Exception {
        assertThat(Class.forName("org.acme.names.FooBaz")).isNotNull();
        assertThat(Class.forName("org.acme.names.FOOBAZ_")).isNotNull();
        assertThat(Class.forName("org.acme.names.FooBar")).isNotNull();
        assertThat(Class.forName("org.acme.names.Deep_")).isNotNull();
        assertThat(Class.forName("class_.InAPackageNamedLikeAWord")).isNotNull();
        assertThat(Class.forName("_1_odd_name.InAnOddFile")).isNotNull();
    }
}
