package io.quarkiverse.volo.thrift.codec;

import io.quarkiverse.volo.thrift.value.BooleanList;
import io.quarkiverse.volo.thrift.value.DoubleList;
import io.quarkiverse.volo.thrift.value.IntList;
import io.quarkiverse.volo.thrift.value.LongList;
import io.quarkiverse.volo.thrift.value.ShortList;

/**
 * Numbers that follow one another in the Binary protocol. They are taken from the array, and put there, in loops that have no
 * check in them; the array is asked for room once for as many as it can hold.
 */
final class BinaryNumbers {

    private BinaryNumbers() {
    }

    static long[] readLongs(InputWindow in, int size) {
        long[] values = new long[size];
        for (int done = 0; done < size;) {
            int count = in.ready(size - done, 8);
            byte[] array = in.array;
            int start = in.position;
            for (int i = 0; i < count; i++) {
                values[done + i] = BigEndian.getLong(array, start + i * 8);
            }
            in.position = start + count * 8;
            done += count;
        }
        return values;
    }

    static int[] readInts(InputWindow in, int size) {
        int[] values = new int[size];
        for (int done = 0; done < size;) {
            int count = in.ready(size - done, 4);
            byte[] array = in.array;
            int start = in.position;
            for (int i = 0; i < count; i++) {
                values[done + i] = BigEndian.getInt(array, start + i * 4);
            }
            in.position = start + count * 4;
            done += count;
        }
        return values;
    }

    static short[] readShorts(InputWindow in, int size) {
        short[] values = new short[size];
        for (int done = 0; done < size;) {
            int count = in.ready(size - done, 2);
            byte[] array = in.array;
            int start = in.position;
            for (int i = 0; i < count; i++) {
                values[done + i] = BigEndian.getShort(array, start + i * 2);
            }
            in.position = start + count * 2;
            done += count;
        }
        return values;
    }

    static double[] readDoubles(InputWindow in, int size) {
        double[] values = new double[size];
        for (int done = 0; done < size;) {
            int count = in.ready(size - done, 8);
            byte[] array = in.array;
            int start = in.position;
            for (int i = 0; i < count; i++) {
                values[done + i] = Double.longBitsToDouble(BigEndian.getLong(array, start + i * 8));
            }
            in.position = start + count * 8;
            done += count;
        }
        return values;
    }

    static boolean[] readBooleans(InputWindow in, int size) {
        boolean[] values = new boolean[size];
        for (int done = 0; done < size;) {
            int count = in.ready(size - done, 1);
            byte[] array = in.array;
            int start = in.position;
            for (int i = 0; i < count; i++) {
                values[done + i] = array[start + i] != 0;
            }
            in.position = start + count;
            done += count;
        }
        return values;
    }

    static void writeLongs(OutputWindow out, LongList values) {
        int size = values.size();
        for (int done = 0; done < size;) {
            int count = out.room(size - done, 8);
            byte[] array = out.array;
            int start = out.position;
            for (int i = 0; i < count; i++) {
                BigEndian.putLong(array, start + i * 8, values.getLong(done + i));
            }
            out.position = start + count * 8;
            done += count;
        }
    }

    static void writeInts(OutputWindow out, IntList values) {
        int size = values.size();
        for (int done = 0; done < size;) {
            int count = out.room(size - done, 4);
            byte[] array = out.array;
            int start = out.position;
            for (int i = 0; i < count; i++) {
                BigEndian.putInt(array, start + i * 4, values.getInt(done + i));
            }
            out.position = start + count * 4;
            done += count;
        }
    }

    static void writeShorts(OutputWindow out, ShortList values) {
        int size = values.size();
        for (int done = 0; done < size;) {
            int count = out.room(size - done, 2);
            byte[] array = out.array;
            int start = out.position;
            for (int i = 0; i < count; i++) {
                BigEndian.putShort(array, start + i * 2, values.getShort(done + i));
            }
            out.position = start + count * 2;
            done += count;
        }
    }

    static void writeDoubles(OutputWindow out, DoubleList values) {
        int size = values.size();
        for (int done = 0; done < size;) {
            int count = out.room(size - done, 8);
            byte[] array = out.array;
            int start = out.position;
            for (int i = 0; i < count; i++) {
                BigEndian.putLong(array, start + i * 8, Double.doubleToRawLongBits(values.getDouble(done + i)));
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
                array[start + i] = values.getBoolean(done + i) ? (byte) 1 : 0;
            }
            out.position = start + count;
            done += count;
        }
    }
}
