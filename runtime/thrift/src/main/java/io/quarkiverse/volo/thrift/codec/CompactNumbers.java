package io.quarkiverse.volo.thrift.codec;

import io.quarkiverse.volo.thrift.value.BooleanList;
import io.quarkiverse.volo.thrift.value.DoubleList;
import io.quarkiverse.volo.thrift.value.IntList;
import io.quarkiverse.volo.thrift.value.LongList;
import io.quarkiverse.volo.thrift.value.ShortList;

/**
 * Numbers that follow one another in the Compact protocol. As long as the array holds a word more, they are read without a
 * check of its end; the last ones, the longest and those that are malformed are left to the reader.
 */
final class CompactNumbers {

    private static final int LONGEST_VARINT32 = 5;
    private static final int LONGEST_VARINT64 = 10;
    /** So many varints at once want no more room than a few hundred bytes beyond what they take. */
    private static final int MOST_AT_ONCE = 256;

    private CompactNumbers() {
    }

    static long[] readLongs(CompactReader in, int size) {
        long[] values = new long[size];
        for (int done = 0; done < size;) {
            done = readLongs(in, values, done);
            if (done < size) {
                values[done++] = in.readI64();
            }
        }
        return values;
    }

    /** Reads on while varints are in the array and no longer than a word; answers how many are read then. */
    private static int readLongs(CompactReader in, long[] values, int done) {
        byte[] array = in.array;
        int at = in.position;
        int lastStart = in.limit - Varint.WORD;
        int next = done;
        for (; next < values.length && at <= lastStart; next++) {
            long word = LittleEndian.getLong(array, at);
            long ends = Varint.ends(word);
            if (ends == 0) {
                break;
            }
            long zigzag = Varint.value(word, ends);
            values[next] = zigzag >>> 1 ^ -(zigzag & 1);
            at += Varint.size(ends);
        }
        in.position = at;
        return next;
    }

    static int[] readInts(CompactReader in, int size) {
        int[] values = new int[size];
        for (int done = 0; done < size;) {
            done = readInts(in, values, done);
            if (done < size) {
                values[done++] = in.readI32();
            }
        }
        return values;
    }

    /** Reads on while varints are in the array and well formed; answers how many are read then. */
    private static int readInts(CompactReader in, int[] values, int done) {
        byte[] array = in.array;
        int at = in.position;
        int lastStart = in.limit - Varint.WORD;
        int next = done;
        for (; next < values.length && at <= lastStart; next++) {
            long word = LittleEndian.getLong(array, at);
            long ends = Varint.endsOf32Bits(word);
            long value = Varint.value(word, ends);
            if (ends == 0 || value >>> 32 != 0) {
                break;
            }
            int zigzag = (int) value;
            values[next] = zigzag >>> 1 ^ -(zigzag & 1);
            at += Varint.size(ends);
        }
        in.position = at;
        return next;
    }

    /** Rare enough to be read one by one. */
    static short[] readShorts(CompactReader in, int size) {
        short[] values = new short[size];
        for (int i = 0; i < size; i++) {
            values[i] = in.readI16();
        }
        return values;
    }

    static double[] readDoubles(CompactReader in, int size) {
        double[] values = new double[size];
        for (int done = 0; done < size;) {
            int count = in.ready(size - done, 8);
            byte[] array = in.array;
            int start = in.position;
            for (int i = 0; i < count; i++) {
                values[done + i] = Double.longBitsToDouble(LittleEndian.getLong(array, start + i * 8));
            }
            in.position = start + count * 8;
            done += count;
        }
        return values;
    }

    static boolean[] readBooleans(CompactReader in, int size) {
        boolean[] values = new boolean[size];
        for (int done = 0; done < size;) {
            int count = in.ready(size - done, 1);
            byte[] array = in.array;
            int start = in.position;
            for (int i = 0; i < count; i++) {
                values[done + i] = array[start + i] == CompactType.TRUE;
            }
            in.position = start + count;
            done += count;
        }
        return values;
    }

    static void writeLongs(OutputWindow out, LongList values) {
        int size = values.size();
        for (int done = 0; done < size;) {
            int end = done + Math.min(size - done, MOST_AT_ONCE);
            out.require((end - done) * LONGEST_VARINT64);
            byte[] array = out.array;
            int at = out.position;
            for (; done < end; done++) {
                long value = values.getLong(done);
                long zigzag = value << 1 ^ value >> 63;
                while ((zigzag & ~0x7fL) != 0) {
                    array[at++] = (byte) (zigzag | 0x80);
                    zigzag >>>= 7;
                }
                array[at++] = (byte) zigzag;
            }
            out.position = at;
        }
    }

    static void writeInts(OutputWindow out, IntList values) {
        int size = values.size();
        for (int done = 0; done < size;) {
            int end = done + Math.min(size - done, MOST_AT_ONCE);
            out.require((end - done) * LONGEST_VARINT32);
            byte[] array = out.array;
            int at = out.position;
            for (; done < end; done++) {
                int value = values.getInt(done);
                int zigzag = value << 1 ^ value >> 31;
                while ((zigzag & ~0x7f) != 0) {
                    array[at++] = (byte) (zigzag | 0x80);
                    zigzag >>>= 7;
                }
                array[at++] = (byte) zigzag;
            }
            out.position = at;
        }
    }

    static void writeShorts(CompactWriter out, ShortList values) {
        for (int i = 0; i < values.size(); i++) {
            out.writeI16(values.getShort(i));
        }
    }

    static void writeDoubles(OutputWindow out, DoubleList values) {
        int size = values.size();
        for (int done = 0; done < size;) {
            int count = out.room(size - done, 8);
            byte[] array = out.array;
            int start = out.position;
            for (int i = 0; i < count; i++) {
                long bits = Double.doubleToRawLongBits(values.getDouble(done + i));
                LittleEndian.putLong(array, start + i * 8, bits);
            }
            out.position = start + count * 8;
            done += count;
        }
    }

    static void writeBooleans(OutputWindow out, BooleanList values) {
        int size = values.size();
        for (int done = 0; done < size;) {
            int count = out.room(size - done, 1);
            byte[] array = out.array;
            int start = out.position;
            for (int i = 0; i < count; i++) {
                array[start + i] = (byte) (values.getBoolean(done + i) ? CompactType.TRUE : CompactType.FALSE);
            }
            out.position = start + count;
            done += count;
        }
    }
}
