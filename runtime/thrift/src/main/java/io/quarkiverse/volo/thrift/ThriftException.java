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

    /** The types that Thrift's libraries share, those of Pilota and Kitex, and their numbers on the wire. */
    public enum Type {
        UNKNOWN(0),
        UNKNOWN_METHOD(1),
        INVALID_MESSAGE_TYPE(2),
        WRONG_METHOD_NAME(3),
        BAD_SEQUENCE_ID(4),
        MISSING_RESULT(5),
        INTERNAL_ERROR(6),
        PROTOCOL_ERROR(7),
        INVALID_TRANSFORM(8),
        INVALID_PROTOCOL(9),
        UNSUPPORTED_CLIENT_TYPE(10),
        /** Pilota's addition. */
        VALIDATION_FAILED(11),
        /** Kitex' addition: the server has no service of the name that the request's header says. */
        UNKNOWN_SERVICE(20),
        /** Kitex' addition: the request's header names no service, and the server has several. */
        NO_SERVICE_NAME(21);

        private static final Type[] ALL = values();

        private final int number;

        Type(int number) {
            this.number = number;
        }

        /** The number on the wire. */
        public int number() {
            return number;
        }

        /** The type of a number; UNKNOWN if it has no name. */
        public static Type of(int number) {
            for (Type type : ALL) {
                if (type.number == number) {
                    return type;
                }
            }
            return UNKNOWN;
        }
    }
}
