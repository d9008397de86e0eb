package cohortkit.io;

import cohortkit.core.Level;
import cohortkit.core.Variable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Characters that look like others: digits and signs of other scripts, and letters that people take for Latin ones. */
final class Lookalikes {

    /** Pairs: a Cyrillic or Greek letter, and the Latin one that it looks like. */
    private static final String LETTERS =
            "\u0410A\u0412B\u0415E\u041aK\u041cM\u041dH\u041eO\u0420P\u0421C\u0422T\u0425X"
                    + "\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0406I\u0458j\u0408J\u0455s\u0405S\u04bbh"
                    + "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X\u03bfo";

    private static final String MINUSES = "\u2212\u2013\u2010\u2011\u2012\uff0d\ufe63";

    private Lookalikes() {}

    /** With ASCII digits, marks and minus sign in the place of others that look like them. */
    static String digits(String text) {
        StringBuilder ascii = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char plain = digit(c, i);
            if (plain != c && ascii == null) {
                ascii = new StringBuilder(text);
            }
            if (plain != c) {
                ascii.setCharAt(i, plain);
            }
        }
        return ascii == null ? text : ascii.toString();
    }

    /** What {@link #digits} changed, in words. */
    static String digitsChanged(String text) {
        boolean minus = !text.isEmpty() && MINUSES.indexOf(text.charAt(0)) >= 0;
        String rest = minus ? text.substring(1) : text;
        return CellRule.and(
                minus ? "printed minus sign" : "", rest.equals(digits(rest)) ? "" : "digits of another script");
    }

    private static char digit(char c, int at) {
        if (c < 0x80) {
            return c;
        }
        if (at == 0 && MINUSES.indexOf(c) >= 0) {
            return '-';
        }
        return switch (c) {
            case '\uff0e' -> '.';
            case '\uff0c', '\u066b' -> ',';
            case '\uff05', '\u066a' -> '%';
            case '\uff0b' -> '+';
            default -> Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
        };
    }

    /** With Latin letters for those that look like them, and composed accents; the same object if it has none. */
    static String letters(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder latin = new StringBuilder(composed);
        for (int i = 0; i < latin.length(); i++) {
            int pair = latin.charAt(i) < 0x80 ? -1 : LETTERS.indexOf(latin.charAt(i));
            if (pair >= 0) {
                latin.setCharAt(i, LETTERS.charAt(pair + 1));
            }
        }
        return latin.toString();
    }

    /** Whether Latin letters or digits stand beside letters of another script that look like Latin ones. */
    static boolean mixes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80 && LETTERS.indexOf(text.charAt(i)) >= 0) {
                return letters(text).chars().allMatch(c -> c < 0x80);
            }
        }
        return false;
    }

    /** Levels of a variable that differ in upper and lower case or in letters that look alike only. */
    static List<String> alike(Variable variable) {
        Map<String, List<String>> byLook = new LinkedHashMap<>();
        for (Level level : variable.levels()) {
            byLook.computeIfAbsent(Spaces.lower(letters(level.code())), look -> new ArrayList<>())
                    .add(level.code());
        }
        return byLook.values().stream()
                .filter(codes -> codes.size() > 1)
                .flatMap(List::stream)
                .toList();
    }
}
