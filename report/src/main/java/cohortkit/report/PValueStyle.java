package cohortkit.report;

import cohortkit.core.DisplayNumber;

/**
 * How journals print p-values. None rounds a value below 0.05 up to it.
 *
 * <pre>{@code
 * PValueStyle.JAMA.of(0.0212)    // ".02"
 * PValueStyle.JAMA.of(0.0496)    // ".0496"
 * PValueStyle.LANCET.of(0.0212)  // "0.021"
 * }</pre>
 */
public enum PValueStyle {
    /** Three decimals, four below 0.01, {@code <0.0001}. */
    PLAIN {
        @Override
        String text(double p) {
            return p < 0.0001 ? "<0.0001" : apart(p, p < 0.01 ? 4 : 3);
        }
    },
    /** Two decimals, three below 0.01, {@code <0.001}: the New England Journal of Medicine. */
    NEJM {
        @Override
        String text(double p) {
            return p < 0.001 ? "<0.001" : apart(p, p < 0.01 ? 3 : 2);
        }
    },
    /** As NEJM's, without the zero before the point, and {@code >.99}: JAMA and the AMA Manual of Style. */
    JAMA {
        @Override
        String text(double p) {
            String text = p > 0.99 ? ">0.99" : NEJM.text(p);
            return text.replaceFirst("^([<>]?)0\\.", "$1.");
        }
    },
    /** Two significant digits, at most four decimals, {@code <0.0001}: The Lancet. */
    LANCET {
        @Override
        String text(double p) {
            return p < 0.0001 ? "<0.0001" : apart(p, p < 0.01 ? 4 : p < 0.1 ? 3 : 2);
        }
    };

    private static final double BORDER = 0.05;

    abstract String text(double p);

    /** The text with a point for its decimal mark; "NA" for NaN. */
    public String of(double p) {
        return Double.isNaN(p) ? "NA" : text(p);
    }

    /** With as many decimals as it takes to tell a value below 0.05 from 0.05. */
    private static String apart(double p, int decimals) {
        int places = decimals;
        String text = DisplayNumber.fixed(p, places);
        while (p < BORDER && places < 16 && Double.parseDouble(text) >= BORDER) {
            text = DisplayNumber.fixed(p, ++places);
        }
        return text;
    }
}
