package io.quarkiverse.volo.grpc.codec;

import io.netty.util.AsciiString;

/** The names, and the values that are always the same, of the headers and trailers that gRPC and Volo give a meaning to. */
public final class GrpcHeaders {

    public static final AsciiString CONTENT_TYPE = AsciiString.cached("content-type");
    public static final AsciiString TE = AsciiString.cached("te");
    public static final AsciiString USER_AGENT = AsciiString.cached("user-agent");
    public static final AsciiString TIMEOUT = AsciiString.cached("grpc-timeout");
    public static final AsciiString ENCODING = AsciiString.cached("grpc-encoding");
    public static final AsciiString ACCEPT_ENCODING = AsciiString.cached("grpc-accept-encoding");
    public static final AsciiString STATUS = AsciiString.cached("grpc-status");
    public static final AsciiString MESSAGE = AsciiString.cached("grpc-message");

    public static final AsciiString CONTENT_TYPE_GRPC = AsciiString.cached("application/grpc");
    private static final AsciiString CONTENT_TYPE_WEB = AsciiString.cached("application/grpc-web");
    private static final AsciiString CONTENT_TYPE_WEB_TEXT = AsciiString.cached("application/grpc-web-text");
    public static final AsciiString TE_TRAILERS = AsciiString.cached("trailers");
    public static final AsciiString METHOD_POST = AsciiString.cached("POST");

    /** Who calls, as Volo and Kitex say it. */
    public static final AsciiString SOURCE_SERVICE = AsciiString.cached("source-service");
    /** Who is called, as Volo and Kitex say it. */
    public static final AsciiString DESTINATION_SERVICE = AsciiString.cached("destination-service");
    /** Which method: its whole path, as Volo says it. */
    public static final AsciiString DESTINATION_METHOD = AsciiString.cached("destination-method");

    /** The number of a business error, as Kitex says it in trailers. */
    public static final AsciiString BIZ_STATUS = AsciiString.cached("biz-status");
    /** Its text, where it is not that of {@link #MESSAGE}. */
    public static final AsciiString BIZ_MESSAGE = AsciiString.cached("biz-message");
    /** What goes with it: a JSON object of texts. */
    public static final AsciiString BIZ_EXTRA = AsciiString.cached("biz-extra");

    private GrpcHeaders() {
    }

    /** Whether a content type is one of gRPC's: {@code application/grpc}, alone or followed by {@code +} or {@code ;}. */
    public static boolean isGrpc(CharSequence contentType) {
        return isType(contentType, CONTENT_TYPE_GRPC);
    }

    /** Whether a content type is one of gRPC-Web's, binary or text. */
    public static boolean isGrpcWeb(CharSequence contentType) {
        return isType(contentType, CONTENT_TYPE_WEB) || isGrpcWebText(contentType);
    }

    /** Whether a content type is gRPC-Web's in base64. */
    public static boolean isGrpcWebText(CharSequence contentType) {
        return isType(contentType, CONTENT_TYPE_WEB_TEXT);
    }

    private static boolean isType(CharSequence contentType, AsciiString type) {
        int length = type.length();
        if (contentType.length() < length || !AsciiString.regionMatches(contentType, true, 0, type, 0, length)) {
            return false;
        }
        char next = contentType.length() == length ? '+' : contentType.charAt(length);
        return next == '+' || next == ';';
    }
}
