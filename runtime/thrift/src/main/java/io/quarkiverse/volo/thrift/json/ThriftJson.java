package io.quarkiverse.volo.thrift.json;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.dynamic.DynamicCodec;
import io.quarkiverse.volo.thrift.dynamic.DynamicStruct;
import io.quarkiverse.volo.thrift.dynamic.InvalidValueException;

/**
 * A generated type as JSON, for logs, tests and tools: the names of the IDL are the keys.
 *
 * <pre>{@code
 * String text = ThriftJson.of(User.CODEC).write(user); // {"id":7,"name":"Ann","mood":"HAPPY"}
 * User again = ThriftJson.of(User.CODEC).read(text);
 * }</pre>
 *
 * <p>
 * Lists and sets are arrays; maps are objects, or arrays of pairs if their keys are structs or containers; bytes are Base64;
 * enums are names, or numbers that have none; an {@code i64} is a number with all its digits; NaN and the infinities are text.
 * A union has its one member. Reading also takes numbers as text, enums as numbers, 0 and 1 as bools. Absent fields are as
 * {@link DynamicStruct#of} says. Fields that the IDL does not name have no name for JSON: it leaves them out, kept or not;
 * a union of such a member is an empty object, which is not read again.
 *
 * <p>
 * Immutable, for any thread. Values take a detour through Thrift's Binary protocol: this is not for a call's path.
 */
public final class ThriftJson<T> {

    private static final int FIRST_SIZE = 256;

    /** What the application has itself is never too much; but what contains itself must end. */
    private static final DecodeLimits OWN = DecodeLimits.DEFAULT.withMaxElements(Integer.MAX_VALUE, "elements");

    private final StructCodec<T> codec;
    private final boolean indented;
    private final boolean redacted;
    private final int maxLength;

    private ThriftJson(StructCodec<T> codec, boolean indented, boolean redacted, int maxLength) {
        this.codec = codec;
        this.indented = indented;
        this.redacted = redacted;
        this.maxLength = maxLength;
    }

    /** On one line, with all values; reads up to 16 Mi characters. */
    public static <T> ThriftJson<T> of(StructCodec<T> codec) {
        return new ThriftJson<>(codec, false, false, JsonValues.DEFAULT_MAX_LENGTH);
    }

    /** The same, writing on many lines. */
    public ThriftJson<T> indented() {
        return new ThriftJson<>(codec, true, redacted, maxLength);
    }

    /** The same, writing {@code "***"} for the values of fields annotated {@code (volo.sensitive)}: for logs. */
    public ThriftJson<T> redacted() {
        return new ThriftJson<>(codec, indented, true, maxLength);
    }

    /** The same, reading texts of up to so many characters. */
    public ThriftJson<T> withMaxLength(int characters) {
        if (characters < 1) {
            throw new IllegalArgumentException("max length: " + characters + " (expected: at least 1)");
        }
        return new ThriftJson<>(codec, indented, redacted, characters);
    }

    /**
     * Writes a value.
     *
     * @throws io.quarkiverse.volo.error.VoloException if values nest more than 64 deep, or an enum has no number
     */
    public String write(T value) {
        ByteBuf bytes = Unpooled.buffer(FIRST_SIZE);
        try {
            codec.write(new BinaryWriter().reset(bytes), value);
            DynamicStruct struct = new DynamicCodec(codec.descriptor()).read(new BinaryReader(OWN).reset(bytes));
            return JsonValues.write(struct, indented, redacted);
        } finally {
            bytes.release();
        }
    }

    /**
     * Reads a value.
     *
     * @throws JsonSyntaxException if the text is no JSON, or too long; says line and column
     * @throws InvalidValueException if it is not what the IDL asks for; says where: {@code $.items[3].id}
     */
    public T read(String json) {
        DynamicStruct struct = JsonValues.read(codec.descriptor(), json, maxLength);
        ByteBuf bytes = Unpooled.buffer(FIRST_SIZE);
        try {
            new DynamicCodec(codec.descriptor()).write(new BinaryWriter().reset(bytes), struct);
            return codec.read(new BinaryReader(OWN).reset(bytes));
        } finally {
            bytes.release();
        }
    }
}
