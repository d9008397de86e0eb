package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import java.util.Locale;

/** A p-value's name in a sentence, whether or not the paper's own text begins with the letter. */
final class PName {

    private PName() {}

    /** Such as "p = 0.002". */
    static String of(Printed p) {
        String text = p.toString();
        if (text.toLowerCase(Locale.ROOT).startsWith("p")) {
            return text;
        }
        return Character.isDigit(text.charAt(0)) || text.charAt(0) == '.' ? "p = " + text : "p " + text;
    }
}
