package cohortkit.io;

import java.util.Locale;

/**
 * How a cell's number is to be shown, as far as it tells what the number means.
 *
 * @param shape what the format shows
 * @param zeros the digits that a format such as 00000 fills up with zeros, else 0
 */
record NumberForm(Shape shape, int zeros) {

    /** What a number format shows. */
    enum Shape {
        NUMBER,
        /** A hundred times the number, and a percent sign. */
        PERCENT,
        DATE,
        DATE_TIME,
        TIME,
        /** Elapsed hours, minutes or seconds, past 24 hours too. */
        DURATION
    }

    /** Stands for [h], [m] or [s]. */
    private static final String ELAPSED = "\u0001";

    static final NumberForm GENERAL = new NumberForm(Shape.NUMBER, 0);

    boolean hasDate() {
        return shape == Shape.DATE || shape == Shape.DATE_TIME;
    }

    boolean isTime() {
        return shape == Shape.TIME || shape == Shape.DURATION;
    }

    boolean isNumber() {
        return shape == Shape.NUMBER || shape == Shape.PERCENT;
    }

    /** Reads a format code of Excel, such as {@code dd/mm/yyyy} or {@code [Red]0.0 %}. */
    static NumberForm parse(String code) {
        boolean day = false;
        boolean clock = false;
        boolean month = false;
        String bare = bare(code);
        if (bare.equals("Standard")) {
            return GENERAL;
        }
        for (int i = 0; i < bare.length(); i++) {
            switch (Character.toLowerCase(bare.charAt(i))) {
                case 'y', 'd' -> day = true;
                case 'h', 's' -> clock = true;
                case 'm' -> month = true;
                default -> {}
            }
        }
        boolean elapsed = bare.contains(ELAPSED);
        if (day || (month && !clock && !elapsed)) {
            return new NumberForm(clock ? Shape.DATE_TIME : Shape.DATE, 0);
        }
        if (clock || elapsed) {
            return new NumberForm(elapsed ? Shape.DURATION : Shape.TIME, 0);
        }
        if (bare.indexOf('%') >= 0) {
            return new NumberForm(Shape.PERCENT, 0);
        }
        return bare.matches("0{2,15}") ? new NumberForm(Shape.NUMBER, bare.length()) : GENERAL;
    }

    /** The format of an id that files do not spell out (ECMA-376 part 1, 18.8.30). */
    static NumberForm builtIn(int id) {
        return switch (id) {
            case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> new NumberForm(Shape.DATE, 0);
            case 22 -> new NumberForm(Shape.DATE_TIME, 0);
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> new NumberForm(Shape.TIME, 0);
            case 46 -> new NumberForm(Shape.DURATION, 0);
            case 9, 10 -> new NumberForm(Shape.PERCENT, 0);
            default -> GENERAL;
        };
    }

    /** The first section without quoted text, escaped characters, colours and locales. */
    private static String bare(String code) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == ';') {
                break;
            } else if (c == '"') {
                i = end(code, i + 1, '"');
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (c == '[') {
                int end = end(code, i + 1, ']');
                String inside = code.substring(i + 1, end).toLowerCase(Locale.ROOT);
                bare.append(inside.matches("h+|m+|s+") ? ELAPSED : "");
                i = end;
            } else {
                bare.append(c);
            }
        }
        return bare.toString();
    }

    private static int end(String code, int from, char closing) {
        int end = code.indexOf(closing, from);
        return end < 0 ? code.length() : end;
    }
}
