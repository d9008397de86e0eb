package cohortkit.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.codehaus.stax2.typed.TypedValueDecoder;

/** Characters in a buffer that is used again and again. */
final class Chars extends TypedValueDecoder implements CharSequence {

    private char[] buffer = new char[64];
    private int length;

    void clear() {
        length = 0;
    }

    void append(char[] source, int from, int count) {
        if (length + count > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + count));
        }
        System.arraycopy(source, from, buffer, length, count);
        length += count;
    }

    void set(String text) {
        clear();
        append(text.toCharArray(), 0, text.length());
    }

    /** Takes ASCII characters. */
    void set(byte[] source, int from, int count) {
        set(new String(source, from, count, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void decode(String text) {
        set(text);
    }

    @Override
    public void decode(char[] source, int from, int end) {
        clear();
        append(source, from, end - from);
    }

    @Override
    public void handleEmptyValue() {
        clear();
    }

    char[] buffer() {
        return buffer;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int at) {
        return buffer[Objects.checkIndex(at, length)];
    }

    @Override
    public CharSequence subSequence(int from, int end) {
        return toString().substring(from, end);
    }

    @Override
    public boolean isEmpty() {
        return length == 0;
    }

    @Override
    public String toString() {
        return new String(buffer, 0, length);
    }
}
