package io.quarkiverse.volo.thrift.codec;

/**
 * What a message of the strict Binary protocol begins with (Thrift Binary protocol, "Message"): the version and the message's
 * type in four bytes, the name with its length in front, the sequence id.
 */
public final class StrictHeader {

    /** The first two bytes: the strict form's mark, and version 1. */
    public static final int VERSION = 0x8001;

    /** Where the message's type is, one byte. */
    public static final int TYPE_AT = 3;

    /** Where the length of the name is, four bytes. */
    public static final int NAME_LENGTH_AT = 4;

    /** Where the name begins; the sequence id follows it. */
    public static final int NAME_AT = 8;

    /** How many bytes there are besides those of the name. */
    public static final int SIZE_WITHOUT_NAME = 12;

    private StrictHeader() {
    }
}
