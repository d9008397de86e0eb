package cohortkit.io;

import java.util.Arrays;

/** The places of texts that were decoded before, by their bytes; forgets rather than grows. */
final class BytesSeen {

    private static final int SLOTS = 1 << 12;
    private static final int LONGEST = 256;

    private final byte[][] bytes = new byte[SLOTS][];
    private final int[] places = new int[SLOTS];

    private static int slot(byte[] buffer, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        return (hash ^ hash >>> 15) & SLOTS - 1;
    }

    /** The place of the text of these bytes; negative if it is not known. */
    int place(byte[] buffer, int from, int length) {
        int slot = slot(buffer, from, length);
        byte[] known = bytes[slot];
        boolean same = known != null && Arrays.equals(known, 0, known.length, buffer, from, from + length);
        return same ? places[slot] : -1;
    }

    void put(byte[] buffer, int from, int length, int place) {
        if (length <= LONGEST) {
            int slot = slot(buffer, from, length);
            bytes[slot] = Arrays.copyOfRange(buffer, from, from + length);
            places[slot] = place;
        }
    }
}
