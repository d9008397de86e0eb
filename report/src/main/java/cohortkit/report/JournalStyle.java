package cohortkit.report;

import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import java.util.function.DoubleFunction;

/**
 * How numbers are printed. It is applied when a table is rendered; the table itself keeps each number in full.
 *
 * <pre>{@code
 * Journal.LANCET.style().decimal(13.85, 1)                          // "13·9"
 * Journal.JAMA.style().interval("1.35", "3.49")                     // "1.35–3.49"
 * Journal.JAMA.style().interval("-0.69", "-0.10")                   // "-0.69 to -0.10"
 * Journal.PLAIN.style().withPercentDigits(2).percent(0.1381)        // "13.81"
 * }</pre>
 *
 * @param decimalMark such as "." or ","
 * @param intervalSeparator between two limits of which none is negative, such as " to "
 * @param pValues how p-values are rounded
 * @param pSymbol at the head of their column, "p" or "P"
 * @param percentDigits decimals of a percentage, 0 to 10
 * @param ratioDigits decimals of a ratio from 0.1 to 100, and one significant digit less elsewhere; 1 to 10
 */
public record JournalStyle(
        String decimalMark,
        String intervalSeparator,
        PValueStyle pValues,
        String pSymbol,
        int percentDigits,
        int ratioDigits) {

    private static final int MOST = 10;

    /** Checks the digits. */
    public JournalStyle {
        if (percentDigits < 0 || percentDigits > MOST || ratioDigits < 1 || ratioDigits > MOST) {
            throw new IllegalArgumentException(
                    "0 to 10 decimals of percent and 1 to 10 of ratios; was " + percentDigits + ", " + ratioDigits);
        }
    }

    /** The same with another number of decimals for percentages. */
    public JournalStyle withPercentDigits(int digits) {
        return new JournalStyle(decimalMark, intervalSeparator, pValues, pSymbol, digits, ratioDigits);
    }

    /** The same with another number of decimals for ratios. */
    public JournalStyle withRatioDigits(int digits) {
        return new JournalStyle(decimalMark, intervalSeparator, pValues, pSymbol, percentDigits, digits);
    }

    /** A number with a fixed number of decimals. */
    public String decimal(double x, int decimals) {
        return marked(DisplayNumber.fixed(x, decimals));
    }

    /** A share in percent, without its sign. */
    public String percent(double share) {
        return marked(DisplayNumber.percent(share, percentDigits));
    }

    /** A ratio: {@link #ratioDigits} decimals from 0.1 to 100, significant digits elsewhere. */
    public String ratio(double x) {
        double size = Math.abs(x);
        if (size >= 0.1 && size < 100) {
            return decimal(x, ratioDigits);
        }
        return marked(
                size >= 1000 && size < 1e9 ? DisplayNumber.fixed(x, 0) : DisplayNumber.significant(x, ratioDigits + 1));
    }

    /** A p-value. */
    public String pValue(double p) {
        return marked(pValues.of(p));
    }

    /** Two limits; " to " between them where one is negative, for no dash may stand beside a minus. */
    public String interval(String lower, String upper) {
        return lower + (lower.startsWith("-") || upper.startsWith("-") ? " to " : intervalSeparator) + upper;
    }

    /** Several numbers in brackets are parted so: by a semicolon where the comma is a decimal mark. */
    String list(String first, String second) {
        return first + (decimalMark.equals(",") ? "; " : ", ") + second;
    }

    /** An estimate with its limits in brackets, without a sign of percent. */
    String estimate(Estimate estimate) {
        return estimate(estimate, x -> number(estimate.measure(), x));
    }

    /** The same with numbers as that prints them. */
    String estimate(Estimate estimate, DoubleFunction<String> number) {
        String value = number.apply(estimate.value());
        if (!estimate.interval().exists() || Double.isNaN(estimate.value())) {
            return value;
        }
        String lower = number.apply(estimate.interval().lower());
        String upper = number.apply(estimate.interval().upper());
        return value + " (" + interval(lower, upper) + ")";
    }

    String number(Measure measure, double x) {
        if (measure == Measure.COEFFICIENT) {
            return marked(DisplayNumber.coefficient(x));
        }
        return measure.isPercent() ? percent(x) : ratio(x);
    }

    private String marked(String text) {
        return decimalMark.equals(".") ? text : text.replace(".", decimalMark);
    }
}
