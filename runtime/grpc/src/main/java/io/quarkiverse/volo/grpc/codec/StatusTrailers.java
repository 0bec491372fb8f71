package io.quarkiverse.volo.grpc.codec;

import java.util.Map;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.grpc.Metadata;
import io.grpc.Status;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.error.BizExtra;

/** How a call ended, in the trailers of its reply; failures are called as {@link StatusMapping} says. */
public final class StatusTrailers {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.grpc");

    private static final AsciiString OK = AsciiString.cached("0");
    private static final AsciiString[] CODES = new AsciiString[Status.Code.values().length];
    private static final int MAX_CODE_DIGITS = 3;

    static {
        for (Status.Code code : Status.Code.values()) {
            CODES[code.value()] = AsciiString.cached(Integer.toString(code.value()));
        }
    }

    private StatusTrailers() {
    }

    /** Says that the call was answered. */
    public static void writeOk(Http2Headers trailers) {
        trailers.set(GrpcHeaders.STATUS, OK);
    }

    /** Says with which status the call ended. */
    public static void write(Status status, Http2Headers trailers) {
        trailers.set(GrpcHeaders.STATUS, CODES[status.getCode().value()]);
        String description = status.getDescription();
        if (description != null && !description.isEmpty()) {
            trailers.set(GrpcHeaders.MESSAGE, PercentEncoding.encode(description));
        }
    }

    /**
     * Says why the call failed, with the trailers that the failure brings along.
     *
     * @param exposeErrors whether to tell texts that were not made for callers
     */
    public static void write(Throwable failure, boolean exposeErrors, Http2Headers trailers) {
        write(StatusMapping.statusOf(failure, exposeErrors), trailers);
        if (failure instanceof BizException business) {
            trailers.set(GrpcHeaders.BIZ_STATUS, Integer.toString(business.code()));
            if (!business.extra().isEmpty()) {
                trailers.set(GrpcHeaders.BIZ_EXTRA, BizExtra.toAsciiJson(business.extra()));
            }
        }
        Metadata own = Status.trailersFromThrowable(failure);
        if (own != null) {
            writeOwn(own, trailers);
        }
    }

    private static void writeOwn(Metadata own, Http2Headers trailers) {
        try {
            MetadataHeaders.write(own, trailers);
        } catch (IllegalArgumentException e) {
            LOG.warnf("trailers of a failure are left out: %s", e.getMessage());
        }
    }

    /**
     * Why a call failed whose reply has these trailers; {@code null} if it did not fail.
     *
     * @param httpStatus the reply's {@code :status}; {@code null} if there was none
     * @param call how the log names the call
     */
    public static @Nullable RuntimeException read(Http2Headers trailers, @Nullable CharSequence httpStatus, String call) {
        CharSequence code = trailers.get(GrpcHeaders.STATUS);
        if (code == null) {
            return HttpStatusMapping.ofStatus(httpStatus).asRuntimeException(MetadataHeaders.read(trailers));
        }
        Status status = statusOf(code);
        CharSequence message = trailers.get(GrpcHeaders.MESSAGE);
        String description = message == null ? "" : PercentEncoding.decode(message);
        BizException business = business(trailers, description, call);
        if (business != null) {
            return business;
        }
        if (status.isOk()) {
            return null;
        }
        // What is no number of a status says so by itself.
        Status told = description.isEmpty() ? status : status.withDescription(description);
        return told.asRuntimeException(MetadataHeaders.read(trailers));
    }

    private static Status statusOf(CharSequence code) {
        if (code.length() == 1 && code.charAt(0) == '0') {
            return Status.OK;
        }
        int value = 0;
        for (int i = 0; i < code.length(); i++) {
            char digit = code.charAt(i);
            if (digit < '0' || digit > '9' || code.length() > MAX_CODE_DIGITS) {
                return Status.UNKNOWN.withDescription("grpc-status that is none: '" + PercentEncoding.decode(code) + "'");
            }
            value = value * 10 + (digit - '0');
        }
        return code.length() == 0 ? Status.UNKNOWN.withDescription("empty grpc-status") : Status.fromCodeValue(value);
    }

    private static @Nullable BizException business(Http2Headers trailers, String description, String call) {
        CharSequence status = trailers.get(GrpcHeaders.BIZ_STATUS);
        if (status == null) {
            return null;
        }
        int code;
        try {
            code = Integer.parseInt(status.toString());
        } catch (NumberFormatException e) {
            LOG.warnf("%s: biz-status '%s' of the reply is passed over (expected: a number of 32 bits)", call, status);
            return null;
        }
        CharSequence message = trailers.get(GrpcHeaders.BIZ_MESSAGE);
        return code == 0 ? null
                : new BizException(code, message == null ? description : PercentEncoding.decode(message),
                        extra(trailers, call));
    }

    private static Map<String, String> extra(Http2Headers trailers, String call) {
        CharSequence text = trailers.get(GrpcHeaders.BIZ_EXTRA);
        Map<String, String> extra = BizExtra.parse(text == null ? null : MetainfoHeaders.text(text));
        if (extra == null) {
            LOG.warnf("%s: biz-extra '%s' of the reply is passed over (expected: a JSON object of texts)", call, text);
            return Map.of();
        }
        return extra;
    }
}
