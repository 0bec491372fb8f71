package io.quarkiverse.volo.thrift.server;

import java.util.Objects;

/**
 * What a server's replies say, where peers differ.
 *
 * @param exposeErrors whether a caller is told the message of an unexpected error; otherwise only that there was one
 * @param bizErrors how a business error is sent
 * @param backwardKeys how metainfo for the caller is called in a TTHeader
 * @param messageType how a TTHeader tells the message's type
 */
public record ReplyOptions(boolean exposeErrors, BizErrors bizErrors, BackwardKeys backwardKeys, MessageTypeForm messageType) {

    /** Errors kept to this side, business errors as replies, both kinds of keys, digits. */
    public static final ReplyOptions DEFAULT = new ReplyOptions(false, BizErrors.REPLY, BackwardKeys.BOTH,
            MessageTypeForm.DIGIT);

    public ReplyOptions {
        Objects.requireNonNull(bizErrors, "bizErrors");
        Objects.requireNonNull(backwardKeys, "backwardKeys");
        Objects.requireNonNull(messageType, "messageType");
    }

    /** How a business error is sent; the TTHeader tells it in either case. */
    public enum BizErrors {

        /** As a reply without a result: Kitex. */
        REPLY,

        /** As an exception that has number and text in its message: Volo. */
        EXCEPTION
    }

    /** How metainfo for the caller is called in a TTHeader. */
    public enum BackwardKeys {

        /** Once in each way, so that Volo and Kitex read it. */
        BOTH,

        /** {@code RPC_BACKWARD_KEY}: Volo. */
        PREFIXED,

        /** {@code KEY}: Kitex. */
        BARE
    }

    /** How a TTHeader tells the message's type, which nobody needs. */
    public enum MessageTypeForm {

        /** As a decimal digit: Kitex. */
        DIGIT,

        /** As a byte of that value: Volo. */
        BYTE
    }
}
