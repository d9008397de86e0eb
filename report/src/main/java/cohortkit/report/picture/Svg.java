package cohortkit.report.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Words and numbers as SVG writes them. */
final class Svg {

    private Svg() {}

    /** At most two decimals: a hundredth of a pixel. */
    static String number(double x) {
        BigDecimal rounded =
                BigDecimal.valueOf(x).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** What came from a file never becomes markup; what XML cannot hold is shown by a sign. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xfffd);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return (c >= ' ' || c == '\t' || c == '\n') && !surrogate && c != 0xfffe && c != 0xffff;
    }
}
