package cohortkit.report.picture;

/**
 * How wide a text is in Helvetica and the fonts of the same widths (Arial, Liberation Sans, Nimbus Sans), from Adobe's
 * published metrics; so that a layout does not depend on the fonts of the machine that makes it.
 */
final class FontWidths {

    static final String FAMILIES = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    /** What Java calls the last of them, on any machine. */
    static final String JAVA_FAMILY = "SansSerif";

    /** In pixels. */
    static final double SIZE = 13;

    /** Thousandths of the size, of the characters from the blank to the tilde. */
    private static final int[] ASCII = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // blank to /
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // p to ~
    };

    private static final int OTHER = 667;
    private static final int IDEOGRAPH = 1000;

    private FontWidths() {}

    /** The width of a line in pixels; bold letters are taken as a tenth wider. */
    static double of(String text, boolean bold) {
        int thousandths = text.codePoints().map(FontWidths::width).sum();
        return thousandths * SIZE / 1000 * (bold ? 1.1 : 1);
    }

    /** The text, cut with an ellipsis where it is wider. */
    static String fit(String text, double width) {
        if (of(text, false) <= width) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int length = points.length;
        while (length > 1 && of(new String(points, 0, length) + "…", false) > width) {
            length--;
        }
        return new String(points, 0, length).stripTrailing() + "…";
    }

    private static int width(int c) {
        if (c >= ' ' && c <= '~') {
            return ASCII[c - ' '];
        }
        return Character.isIdeographic(c) ? IDEOGRAPH : OTHER;
    }
}
