package io.quarkiverse.volo.thrift.ttheader;

import java.util.Map;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.error.BizExtra;

/** Business errors in the TTHeaders of replies, as Kitex and Volo write and read them. */
public final class BizStatus {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.thrift");
    private static final String NONE = "0";

    private BizStatus() {
    }

    /** Puts a business error into the header of the reply. */
    public static void write(TTHeader header, BizException error) {
        header.put(TextKey.BIZ_STATUS, Integer.toString(error.code()));
        header.put(TextKey.BIZ_MESSAGE, error.getMessage());
        if (!error.extra().isEmpty()) {
            header.put(TextKey.BIZ_EXTRA, BizExtra.toJson(error.extra()));
        }
    }

    /**
     * The business error that a reply's header tells; {@code null} if there is none. A status that is no number is none, and
     * extra that is no JSON is left out, each with a warning.
     *
     * @param call how the log names the call
     */
    public static @Nullable BizException read(TTHeader header, String call) {
        String status = header.get(TextKey.BIZ_STATUS);
        if (status == null || status.equals(NONE)) {
            return null;
        }
        int code;
        try {
            code = Integer.parseInt(status);
        } catch (NumberFormatException e) {
            LOG.warnf("%s: biz-status '%s' of the reply is passed over (expected: a number of 32 bits)", call, status);
            return null;
        }
        String message = header.get(TextKey.BIZ_MESSAGE);
        return code == 0 ? null
                : new BizException(code, message == null ? "" : message, extraOf(header.get(TextKey.BIZ_EXTRA), call));
    }

    private static Map<String, String> extraOf(@Nullable String text, String call) {
        Map<String, String> extra = BizExtra.parse(text);
        if (extra == null) {
            LOG.warnf("%s: biz-extra '%s' of the reply is passed over (expected: a JSON object of texts)", call, text);
            return Map.of();
        }
        return extra;
    }

    /** How a business error is told where there is no TTHeader, as Volo does. */
    public static String text(BizException error) {
        StringBuilder text = new StringBuilder().append("status_code: ").append(error.code()).append(", status_message: ")
                .append(error.getMessage()).append(", extra: ");
        error.extra().forEach((key, value) -> text.append(key).append(": ").append(value).append(", "));
        return text.toString();
    }
}
