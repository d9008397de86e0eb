package cohortkit.io;

/** Days such as 2004-03-17 as a number: the year, month and day in 16, 8 and 8 bits, as Tablesaw has them. */
final class IsoDay {

    static final int LENGTH = 10;

    private static final int MONTHS = 12;
    private static final int DAYS = 31;

    private IsoDay() {}

    /** The day that ten bytes spell, {@link Words#SLACK} others behind them; negative if they spell none. */
    static int read(byte[] buffer, int from) {
        if (buffer[from + 4] != '-' || buffer[from + 7] != '-') {
            return -1;
        }
        long word = Words.at(buffer, from);
        int year = (int) Words.digits(word, 4);
        int month = (int) Words.digits(word >>> (5 * Byte.SIZE), 2);
        int day = (int) Words.digits(Words.at(buffer, from + 8), 2);
        boolean isDay = year > 0 && month > 0 && month <= MONTHS && day > 0 && day <= length(year, month);
        return isDay ? year << 16 | month << 8 | day : -1;
    }

    private static int length(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : DAYS;
    }

    /** The text that spells it. */
    static String text(int day) {
        char[] text = new char[LENGTH];
        write(text, 0, 4, day >> 16);
        text[4] = '-';
        write(text, 5, 2, day >> 8 & 0xff);
        text[7] = '-';
        write(text, 8, 2, day & 0xff);
        return new String(text);
    }

    private static void write(char[] text, int from, int digits, int number) {
        int rest = number;
        for (int at = from + digits - 1; at >= from; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** A number for each day, those of neighbours side by side. */
    static int count(int day) {
        return ((day >> 16) * MONTHS + (day >> 8 & 0xff)) * DAYS + (day & 0xff);
    }
}
