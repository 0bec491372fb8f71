package io.quarkiverse.volo.thrift.ttheader;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/**
 * Writes TTHeaders in front of payloads: the token, then texts, then numbered keys, as Kitex does; blocks without content are
 * left out. Sizes are filled in when they are known, so that they always fit what was written.
 */
public final class TTHeaderWriter {

    /** Kitex before 0.15.4 refuses more. */
    public static final int LARGEST = 0xffff;

    private static final int LONGEST_TEXT = 0xffff;

    private TTHeaderWriter() {
    }

    /**
     * Writes the header behind what the buffer has; the payload follows, then {@link #end}.
     *
     * @return where the message begins in the buffer, for {@link #end}
     * @throws VoloException of kind PROTOCOL if the header is longer than allowed; the buffer is as before then
     */
    public static int begin(ByteBuf out, TTHeader header) {
        int start = out.writerIndex();
        // Few large writes, as each is checked. The lengths come later: the message's here, and the header's below.
        out.writeLong((long) TTHeaderReader.MAGIC << 16 | (header.flags() & 0xffff));
        out.writeInt(header.sequenceId());
        out.writeInt((header.protocolId() & 0xff) << 8);
        try {
            writeInfo(out, header);
            writePadding(out, start);
        } catch (VoloException tooLong) {
            out.writerIndex(start);
            throw tooLong;
        }
        return start;
    }

    /** Ends the message: its length is that of all that has been written since it began. */
    public static void end(ByteBuf out, int start) {
        out.setInt(start, out.writerIndex() - start - TTHeaderReader.LENGTH_SIZE);
    }

    private static void writeInfo(ByteBuf out, TTHeader header) {
        String token = header.token();
        if (token != null) {
            out.writeByte(TTHeaderReader.TOKEN);
            writeText(out, token);
        }
        if (header.stringCount() > 0) {
            out.writeMedium(TTHeaderReader.STRINGS << 16 | count(header.stringCount()));
            for (int i = 0; i < header.stringCount(); i++) {
                writeText(out, header.stringKey(i));
                writeText(out, header.stringValue(i));
            }
        }
        if (header.intCount() > 0) {
            out.writeMedium(TTHeaderReader.INTS << 16 | header.intCount());
            for (int i = 0; i < header.intCount(); i++) {
                out.writeShort(header.intKey(i));
                writeText(out, header.intValue(i));
            }
        }
    }

    private static void writePadding(ByteBuf out, int start) {
        int bytes = out.writerIndex() - start - TTHeaderReader.PREFIX_SIZE;
        int padding = -bytes & TTHeaderReader.WORD - 1;
        out.writeZero(padding);
        bytes += padding;
        int size = out.writerIndex() - start;
        if (size > LARGEST) {
            throw new VoloException(ErrorKind.PROTOCOL,
                    "TTHeader size: " + size + " bytes (expected: at most " + LARGEST + "; metainfo is part of it)", null);
        }
        out.setShort(start + TTHeaderReader.SIZE_AT, bytes / TTHeaderReader.WORD);
    }

    private static int count(int texts) {
        if (texts > LONGEST_TEXT) {
            throw new VoloException(ErrorKind.PROTOCOL,
                    "TTHeader texts: " + texts + " (expected: at most " + LONGEST_TEXT + ")", null);
        }
        return texts;
    }

    private static void writeText(ByteBuf out, String text) {
        if (text.length() == 1 && text.charAt(0) < 0x80) { // as the type of each reply's message
            out.writeMedium(1 << 8 | text.charAt(0));
            return;
        }
        int length = ByteBufUtil.utf8Bytes(text);
        if (length > LONGEST_TEXT) {
            throw new VoloException(ErrorKind.PROTOCOL,
                    "TTHeader text: " + length + " bytes (expected: at most " + LONGEST_TEXT + ")", null);
        }
        out.writeShort(length);
        ByteBufUtil.reserveAndWriteUtf8(out, text, length);
    }
}
