package cohortkit.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The bytes of a text in parts that end after a line's end, in arrays that are used again once they are free. */
final class CsvBuffers {

    private final InputStream bytes;
    private final int size;
    private final Queue<byte[]> free = new ConcurrentLinkedQueue<>();
    private byte[] rest = {};
    private int end;
    private boolean hasMore = true;

    /**
     * Nothing read yet.
     *
     * @param size how many bytes to read at a time
     */
    CsvBuffers(InputStream bytes, int size) {
        this.bytes = bytes;
        this.size = size;
    }

    /** The next part, and at least {@link Words#SLACK} bytes that are nothing behind its {@link #end}. */
    byte[] next() throws IOException {
        int room = rest.length + size + Words.SLACK;
        byte[] known = free.poll();
        byte[] part = known != null && known.length >= room ? known : new byte[room + size / 8];
        System.arraycopy(rest, 0, part, 0, rest.length);
        int length = rest.length + bytes.readNBytes(part, rest.length, size);
        hasMore = length == rest.length + size;
        end = length;
        while (hasMore && end > 0 && part[end - 1] != '\n') {
            end--;
        }
        rest = Arrays.copyOfRange(part, end, length);
        return part;
    }

    int end() {
        return end;
    }

    boolean hasMore() {
        return hasMore;
    }

    /** Takes back a part that nobody looks at any more. */
    void free(byte[] part) {
        free.add(part);
    }
}
