package cohortkit.report;

import java.util.regex.Pattern;

/** Text that came from a file, made fit for one line of any format. */
final class Words {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2028\\u2029]+");
    private static final int SIGN = 0xfffd;

    private Words() {}

    /**
     * On one line, without what no document can hold: controls, half characters and marks that turn the direction of
     * what follows become the sign for an unknown character.
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        BLANKS.matcher(text).replaceAll(" ").strip().codePoints().forEach(c -> clean.appendCodePoint(shown(c)));
        return clean.toString();
    }

    private static int shown(int c) {
        boolean turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean none = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
        return Character.isISOControl(c) || turns || half || none ? SIGN : c;
    }

    /** A message as a sentence of its own. */
    static String sentence(String message) {
        return message.isEmpty() ? "" : Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    /** Whether a spreadsheet would take a text for a formula. */
    static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }
}
