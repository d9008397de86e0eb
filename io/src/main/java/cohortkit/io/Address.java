package cohortkit.io;

import java.io.IOException;

/** Reads cell addresses such as AB12, millions of them. */
final class Address {

    private Address() {}

    /** The row, in 32 bits, above the column; both from 1. */
    static long parse(CharSequence address) throws IOException {
        int at = 0;
        int column = 0;
        while (at < address.length() && at < 4 && isLetter(address.charAt(at))) {
            column = column * 26 + (address.charAt(at++) & ~0x20) - 'A' + 1;
        }
        long row = 0;
        int digits = at;
        while (at < address.length() && at - digits < 9 && isDigit(address.charAt(at))) {
            row = row * 10 + address.charAt(at++) - '0';
        }
        if (column == 0 || row == 0 || at < address.length()) {
            throw new IOException("'" + address + "' stands for a cell's address");
        }
        return row << 32 | column;
    }

    static int row(long address) {
        return (int) (address >>> 32);
    }

    static int column(long address) {
        return (int) address;
    }

    /** Reads a span such as B3:C4. */
    static Span parseSpan(String reference) throws IOException {
        int colon = reference.indexOf(':');
        long first = parse(colon < 0 ? reference : reference.substring(0, colon));
        long last = colon < 0 ? first : parse(reference.substring(colon + 1));
        return new Span(row(first), column(first), row(last), column(last));
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
