package cohortkit.io;

import java.util.Locale;

/** Spaces that people do not see: at the ends, twice in a row, unbreakable, or of no width. */
final class Spaces {

    static final String REMOVED = "stray spaces removed";

    private Spaces() {}

    /** The text without them; the same object if there are none. */
    static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (!hasNoWidth(c)) {
                clean.append(c);
            }
        }
        int length = clean.length();
        return clean.substring(0, length > 0 && clean.charAt(length - 1) == ' ' ? length - 1 : length);
    }

    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i)) && !hasNoWidth(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether there are none. */
    static boolean isClean(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = isSpace(c);
            if ((space && (afterSpace || c != ' ')) || hasNoWidth(c)) {
                return false;
            }
            afterSpace = space;
        }
        return !afterSpace || text.isEmpty();
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || (c > 0x7f && (Character.isSpaceChar(c) || Character.isWhitespace(c)));
    }

    /** Joiners, direction marks, the soft hyphen and the byte order mark. */
    private static boolean hasNoWidth(char c) {
        return c == '\u00ad' || c == '\ufeff' || (c >= '\u200b' && c <= '\u200f') || (c >= '\u2060' && c <= '\u2064');
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
