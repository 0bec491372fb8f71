package io.quarkiverse.volo.thrift.codec;

import org.jspecify.annotations.Nullable;

/** The body of an EXCEPTION message: Thrift's TApplicationException, {@code {1: string message, 2: i32 type}}. */
public final class ApplicationErrorCodec {

    private static final int MESSAGE = ThriftType.STRING << 16 | 1;
    private static final int TYPE = ThriftType.I32 << 16 | 2;

    private ApplicationErrorCodec() {
    }

    /**
     * What the body says.
     *
     * @param message empty if it was left out
     * @param type the number; 0, unknown, if it was left out
     */
    public record ApplicationError(String message, int type) {
    }

    public static ApplicationError read(ThriftReader in) {
        String message = "";
        int type = 0;
        in.structBegin();
        for (int field = in.readField(); field != 0; field = in.readField()) {
            switch (field) {
                case MESSAGE -> message = in.readString();
                case TYPE -> type = in.readI32();
                default -> in.skipField(field);
            }
        }
        in.structEnd();
        return new ApplicationError(message, type);
    }

    public static void write(ThriftWriter out, @Nullable String message, int type) {
        out.structBegin();
        if (message != null) {
            out.writeField(MESSAGE);
            out.writeString(message);
        }
        out.writeField(TYPE);
        out.writeI32(type);
        out.structEnd();
    }
}
