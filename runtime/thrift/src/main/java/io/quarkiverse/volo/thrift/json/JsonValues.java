package io.quarkiverse.volo.thrift.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.descriptor.TypeDescriptor;
import io.quarkiverse.volo.thrift.dynamic.DynamicStruct;
import io.quarkiverse.volo.thrift.dynamic.InvalidValueException;

/** Values without generated classes as JSON, and back. */
public final class JsonValues {

    /** The longest text that is read unless asked otherwise, in characters. */
    public static final int DEFAULT_MAX_LENGTH = 16 * 1024 * 1024;

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonValues() {
    }

    /**
     * Reads a struct.
     *
     * @param maxLength the longest text that is taken, in characters
     * @throws JsonSyntaxException if the text is no JSON, or longer than that
     * @throws InvalidValueException if it is not what the descriptor asks for
     */
    public static DynamicStruct read(StructDescriptor descriptor, String json, int maxLength) {
        Object tree = JsonTree.parse(json, maxLength);
        if (tree instanceof Map<?, ?> members) {
            return DynamicStruct.of(descriptor, members);
        }
        throw new InvalidValueException(
                (tree == null ? "null" : "a " + kind(tree)) + " (expected: an object, " + descriptor + ")");
    }

    private static String kind(Object tree) {
        if (tree instanceof Iterable<?>) {
            return "list";
        }
        return tree instanceof Number ? "number" : tree instanceof Boolean ? "boolean" : "text";
    }

    /** Writes a value of a type, as {@link DynamicStruct} says; no value is {@code null}. */
    public static String write(@Nullable TypeDescriptor type, @Nullable Object value) {
        return type == null || value == null ? "null" : text(type, value);
    }

    private static String text(TypeDescriptor type, Object value) {
        return print(false, out -> new JsonPrinter(out, false).value(type, value));
    }

    static String write(DynamicStruct value, boolean indented, boolean redacted) {
        return print(indented, out -> new JsonPrinter(out, redacted).struct(value.descriptor(), value));
    }

    /** Writes to a generator. */
    private interface Content {
        void writeTo(JsonGenerator out) throws IOException;
    }

    private static String print(boolean indented, Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            if (indented) {
                out.setPrettyPrinter(pretty());
            }
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // A text is in memory.
        }
        return text.toString();
    }

    private static DefaultPrettyPrinter pretty() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return printer;
    }
}
