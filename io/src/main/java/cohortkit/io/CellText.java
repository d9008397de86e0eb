package cohortkit.io;

/** Text that has to fit where it stands. */
final class CellText {

    private CellText() {}

    /** The beginning of a text that is too long, and how long it was. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        String end = "\u2026 (" + text.length() + " characters)";
        int cut = most - end.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut) + end;
    }
}
