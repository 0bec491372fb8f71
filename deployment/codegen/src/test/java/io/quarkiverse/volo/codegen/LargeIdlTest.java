package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.StructCodec;

class LargeIdlTest {

    @TempDir
    Path folder;

    private ClassLoader compile(String idl) throws Exception {
        IdlFolder files = new IdlFolder(folder).with("large.thrift", "namespace java large\n" + idl);
        files.compile();
        Map<String, String> sources = files.sources();
        Path classes = folder.resolve("classes");
        assertThat(JavaSources.compile(sources, classes)).isEmpty();
        return JavaSources.loader(classes);
    }

    private static String repeat(int count, String line) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> line.replace("#", String.valueOf(i)))
                .collect(Collectors.joining("\n"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void structsWithHundredsOfFieldsAreReadAndWrittenInParts() throws Exception {
        ClassLoader loader = compile("struct Large {\n" + repeat(120, "#: required i32 a#") + "\n"
                + repeat(130, "20#: list<string> b# = ['x', '#']") + "\n}\nconst Large PRESET = {"
                + repeat(120, "'a#': #") + "}");
        Object preset = loader.loadClass("large.LargeConstants").getField("PRESET").get(null);
        var codec = (StructCodec<Object>) loader.loadClass("large.Large").getField("CODEC").get(null);
        ByteBuf buffer = Unpooled.buffer();
        codec.write(new BinaryWriter().reset(buffer), preset);
        assertThat(codec.read(new BinaryReader().reset(buffer))).isEqualTo(preset);
        assertThat(preset.toString()).contains("a120=120", "b130=[x, 130]");
        ByteBuf nothing = Unpooled.wrappedBuffer(new byte[] { 0 });
        assertThatThrownBy(() -> codec.read(new BinaryReader().reset(nothing)))
                .hasMessage("Large: required field 'a1' is missing");
    }

    @Test
    void servicesWithHundredsOfMethodsCompile() throws Exception {
        ClassLoader loader = compile("service Large {\n" + repeat(300, "i32 method#(1: i32 argument)") + "\n}");
        assertThat(loader.loadClass("large.Large").getDeclaredMethods()).hasSize(300);
    }

    @Test
    void constantsMayBeLong() throws Exception {
        ClassLoader loader = compile("const map<i32, string> NAMES = {" + repeat(900, "#: 'name #'") + "}\n"
                + "const list<i64> NUMBERS = [" + repeat(1900, "#") + "]\n" + repeat(1000, "const string C# = 'c#'"));
        Map<?, ?> names = (Map<?, ?>) loader.loadClass("large.LargeConstants").getField("NAMES").get(null);
        assertThat(names.get(900)).isEqualTo("name 900");
    }
}
