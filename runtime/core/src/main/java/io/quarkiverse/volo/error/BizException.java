package io.quarkiverse.volo.error;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a service tells its caller as a part of its business: a number, a text and, if it likes, more texts by name. The call
 * itself has succeeded. Kitex' {@code BizStatusError} and Volo's {@code BizError}.
 *
 * <p>
 * A method throws one; the caller gets an equal one, if both sides speak TTHeader. Over another transport the caller gets a
 * {@link VoloException} of kind APPLICATION that has number and text in its message.
 */
public final class BizException extends VoloException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient Map<String, String> extra;

    /** @param code what callers decide by; not 0, which means that nothing is wrong */
    public BizException(int code, String message) {
        this(code, message, Map.of());
    }

    /**
     * @param code what callers decide by; not 0, which means that nothing is wrong
     * @param extra goes with it; names and texts are not null
     */
    public BizException(int code, String message, Map<String, String> extra) {
        super(ErrorKind.BUSINESS, message, null);
        if (code == 0) {
            throw new IllegalArgumentException("code: 0 (expected: any other; 0 means that nothing is wrong)");
        }
        this.code = code;
        this.extra = Map.copyOf(extra);
    }

    /** What callers decide by; never 0. */
    public int code() {
        return code;
    }

    /** The text; may be empty. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** What goes with it; empty if nothing does. */
    public Map<String, String> extra() {
        return extra;
    }

    @Override
    public String toString() {
        return BizException.class.getName() + ": " + code + " " + getMessage()
                + (extra.isEmpty() ? "" : " " + new TreeMap<>(extra));
    }
}
