package io.quarkiverse.volo.thrift.ttheader;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.codec.NameCache;

/**
 * Reads TTHeaders: info blocks in any order, keys of no meaning and transforms passed over, as Kitex and Volo do. Takes memory
 * only for what the header's bytes hold. Every failure is a {@link VoloException} of kind PROTOCOL. Used for one message after
 * the other, by one thread.
 *
 * <p>
 * Most headers of a peer say the same as the one before, or differ late, as in the time that is left: what begins with the same
 * bytes is not read again.
 */
public final class TTHeaderReader {

    /** Says that a message begins with a TTHeader; behind the message's length. */
    public static final int MAGIC = 0x1000;
    /** What a message has at least, its length not counted. */
    public static final int SMALLEST = 14;
    /** How many bytes tell where the header ends, the message's length among them. */
    public static final int PREFIX_SIZE = 14;

    static final int LENGTH_SIZE = 4;
    /** Where the header size is, which counts words behind it. */
    static final int SIZE_AT = 12;
    static final int WORD = 4;

    static final int PADDING = 0x00;
    static final int STRINGS = 0x01;
    static final int INTS = 0x10;
    static final int TOKEN = 0x11;

    private static final int FIRST_ROOM = 256;
    /** Room for a longer header is not kept. */
    private static final int KEPT = 4096;

    private static final byte[] NOTHING = {};

    private final TTHeader header = new TTHeader();
    private byte[] array = NOTHING;
    private int position;
    private int end;
    private final EarlierTexts earlier = new EarlierTexts();

    /** Whether bytes, at least six, begin with a message that has a TTHeader. */
    public static boolean begins(ByteBuf bytes) {
        return bytes.getUnsignedShort(bytes.readerIndex() + LENGTH_SIZE) == MAGIC;
    }

    /** How many bytes of these, at least {@value #PREFIX_SIZE}, are the header, the message's length included. */
    public static int sizeOf(ByteBuf bytes) {
        return PREFIX_SIZE + WORD * bytes.getUnsignedShort(bytes.readerIndex() + SIZE_AT);
    }

    /** What the header said that was read last. */
    public TTHeader header() {
        return header;
    }

    /**
     * Reads the header of a message, and leaves the buffer at the payload.
     *
     * @param message the message from its magic on, without its length; its header as a whole
     */
    public TTHeader read(ByteBuf message) {
        int size = message.readableBytes();
        if (size < SMALLEST) {
            throw malformed("TTHeader message length: " + size + " (expected: at least " + SMALLEST + ")");
        }
        int magic = message.readUnsignedShort();
        if (magic != MAGIC) {
            throw malformed("TTHeader begins with 0x" + Integer.toHexString(magic) + " (expected: 0x1000)");
        }
        int flags = message.readUnsignedShort();
        int sequenceId = message.readInt();
        int words = message.readUnsignedShort();
        int length = words * WORD;
        if (words == 0 || length > message.readableBytes()) {
            throw malformed("TTHeader size: " + words + " words (expected: 1 to " + message.readableBytes() / WORD
                    + ", as the message has " + size + " bytes)");
        }
        open(message, length);
        if (!earlier.begin(array, length)) {
            readInfo();
        }
        header.flags(flags).sequenceId(sequenceId);
        return header;
    }

    private void open(ByteBuf message, int length) {
        if (array.length < length) {
            array = new byte[Math.max(length, FIRST_ROOM)];
        }
        message.readBytes(array, 0, length);
        position = 0;
        end = length;
    }

    private void close() {
        if (array.length > KEPT) {
            array = NOTHING;
        }
    }

    private void readInfo() {
        header.clear();
        try {
            header.protocolId(protocolId());
            skipTransforms();
            while (position < end) {
                readBlock();
            }
            earlier.end(array, end);
        } finally {
            close();
        }
    }

    private int protocolId() {
        int id = readByte();
        // Kitex' 3 and 4 never come with a payload that we could not tell by its first bytes.
        if (id > 4 && id != 0x10 && id != 0x11) {
            throw malformed("TTHeader protocol id: " + id + " (expected: 0, Binary, or 2, Compact)");
        }
        return id;
    }

    private void skipTransforms() {
        int transforms = readByte();
        require(transforms, "transforms");
        position += transforms;
    }

    private void readBlock() {
        int id = readByte();
        switch (id) {
            case PADDING -> {
            }
            case STRINGS -> {
                for (int count = readShort(); count > 0; count--) {
                    String key = readName();
                    header.put(key, key.equals(TextKey.SERVICE) ? readName() : readText());
                }
            }
            case INTS -> {
                for (int count = readShort(); count > 0; count--) {
                    readInt(readShort());
                }
            }
            case TOKEN -> header.token(readText());
            default -> throw malformed("TTHeader info id: " + id + " (expected: 0, 1, 16 or 17)");
        }
    }

    private void readInt(int key) {
        if (key > IntKey.LARGEST) {
            int length = readLength();
            position += length;
        } else {
            // Times differ from call to call; names come again.
            header.put(key, key == IntKey.RPC_TIMEOUT ? readText() : readName());
        }
    }

    private int readByte() {
        require(1, "byte");
        return array[position++] & 0xff;
    }

    private int readShort() {
        require(2, "number");
        int value = (array[position] & 0xff) << 8 | (array[position + 1] & 0xff);
        position += 2;
        return value;
    }

    private int readLength() {
        int length = readShort();
        require(length, "text");
        return length;
    }

    /** A text that is likely to come again. */
    private String readName() {
        int length = readLength();
        position += length;
        String before = earlier.next(position);
        return before != null ? before : earlier.add(NameCache.SHARED.get(array, position - length, length));
    }

    private String readText() {
        int length = readLength();
        position += length;
        String before = earlier.next(position);
        return before != null ? before
                : earlier.add(length == 0 ? "" : new String(array, position - length, length, StandardCharsets.UTF_8));
    }

    private void require(int bytes, String what) {
        if (end - position < bytes) {
            throw malformed("TTHeader ends early: " + (end - position) + " bytes remain for a " + what + " (expected: " + bytes
                    + ")");
        }
    }
}
