package cohortkit.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a text at a time, as a number whose lowest byte is the first of them. */
final class Words {

    /** So many bytes must stand behind a text that is looked at in this way, whatever they are. */
    static final int SLACK = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long ZEROS = '0' * ONES;
    private static final long DOTS = '.' * ONES;

    private static final long UPPER = 0xf0f0f0f0f0f0f0f0L;

    private Words() {}

    static long at(byte[] bytes, int from) {
        return (long) LONGS.get(bytes, from);
    }

    /** A word of eight times that byte. */
    static long all(byte b) {
        return (b & 0xff) * ONES;
    }

    /** The first so many bytes of a word, fewer than eight; zeros behind. */
    static long start(long word, int bytes) {
        return word & ((1L << (Byte.SIZE * bytes)) - 1);
    }

    /** The first so many bytes of a word, from one to eight, as its last; zeros before them. */
    static long atEnd(long word, int bytes) {
        return word << (Byte.SIZE * (Long.BYTES - bytes));
    }

    static boolean isAscii(long word) {
        return (word & HIGH) == 0;
    }

    /** A bit in each byte that is the one that {@link #all} repeats; above the lowest of these bits there may be others. */
    static long marks(long word, long all) {
        long difference = word ^ all;
        return (difference - ONES) & ~difference & HIGH;
    }

    /** Which byte, from 0, the lowest mark is in; 8 if there is none. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
    }

    /** Which of so many bytes of a word is its first point; 8 if none is. */
    static int point(long word) {
        return first(marks(word, DOTS));
    }

    /** The whole number that the first so many bytes of a word spell, from one to eight digits; negative if not all are digits. */
    static long digits(long word, int bytes) {
        long digits = atEnd(word, bytes) | ((ZEROS >>> (Byte.SIZE * (bytes - 1))) >>> Byte.SIZE);
        long sixes = digits + 0x0606060606060606L; // another upper half of each byte that is more than 9
        if (((digits & UPPER) | ((sixes & UPPER) >>> 4)) != 0x3333333333333333L) {
            return -1;
        }
        long pairs = ((digits & 0x0f0f0f0f0f0f0f0fL) * (10 * 256 + 1)) >>> 8;
        long fours = ((pairs & 0x00ff00ff00ff00ffL) * (100 * 65536 + 1)) >>> 16;
        return ((fours & 0x0000ffff0000ffffL) * (10000L * (1L << 32) + 1)) >>> 32;
    }
}
