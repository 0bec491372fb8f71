package io.quarkiverse.volo.thrift;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/**
 * What Thrift calls a TApplicationException: the answer of a peer that could not serve a call. A handler may throw one to
 * choose the type that its caller sees; a client gets one, of kind APPLICATION, when its peer answered so.
 */
public final class ThriftException extends VoloException {

    private static final long serialVersionUID = 1L;

    private final int type;

    public ThriftException(Type type, String message) {
        this(type.number(), message, null);
    }

    public ThriftException(Type type, String message, @Nullable Throwable cause) {
        this(type.number(), message, cause);
    }

    /** @param type the number on the wire; peers use some that {@link Type} does not name */
    public ThriftException(int type, String message, @Nullable Throwable cause) {
        super(ErrorKind.APPLICATION, message, cause);
        this.type = type;
    }

    /** The failure of a method that must answer something and answered nothing. */
    public static ThriftException missingResult(String method) {
        return new ThriftException(Type.MISSING_RESULT, method + ": the result is missing");
    }

    /** The number on the wire. */
    public int typeNumber() {
        return type;
    }

    /** What the number means; UNKNOWN if it has no name. */
    public Type type() {
        return Type.of(type);
    }

    /** The types that Thrift's libraries share, and their numbers on the wire. */
    public enum Type {
        UNKNOWN,
        UNKNOWN_METHOD,
        INVALID_MESSAGE_TYPE,
        WRONG_METHOD_NAME,
        BAD_SEQUENCE_ID,
        MISSING_RESULT,
        INTERNAL_ERROR,
        PROTOCOL_ERROR,
        INVALID_TRANSFORM,
        INVALID_PROTOCOL,
        UNSUPPORTED_CLIENT_TYPE,
        /** Pilota's addition. */
        VALIDATION_FAILED;

        private static final Type[] ALL = values();

        /** The number on the wire. */
        @SuppressWarnings("EnumOrdinal") // The types stand in the order of their numbers, which have no gaps.
        public int number() {
            return ordinal();
        }

        /** The type of a number; UNKNOWN if it has no name. */
        public static Type of(int number) {
            return number >= 0 && number < ALL.length ? ALL[number] : UNKNOWN;
        }
    }
}
