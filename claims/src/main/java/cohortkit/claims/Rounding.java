package cohortkit.claims;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How the author of a paper may have rounded. A negative number is rounded like its size.
 *
 * <pre>{@code
 * Printed.parse("81.2%").admits(39, 48, Rounding.HALF_UP)     // false: 39/48 is 81.25 %
 * Printed.parse("81.2%").admits(39, 48, Rounding.HALF_EVEN)   // true
 * }</pre>
 */
public enum Rounding {
    /** To the nearest, a tie either way: what is assumed of a paper that does not say. */
    HALF_EITHER("a tie rounded either way", RoundingMode.HALF_UP, RoundingMode.HALF_DOWN),
    /** To the nearest, a tie away from zero. */
    HALF_UP("rounded half up", RoundingMode.HALF_UP, RoundingMode.HALF_UP),
    /** To the nearest, a tie to the even digit (IEEE 754; the default of R, Python and C). */
    HALF_EVEN("rounded half to even", RoundingMode.HALF_EVEN, RoundingMode.HALF_EVEN),
    /** Digits cut off. */
    TRUNCATED("truncated", RoundingMode.DOWN, RoundingMode.DOWN);

    static final List<Rounding> NAMED = List.of(HALF_UP, HALF_EVEN, TRUNCATED);

    private final String label;
    private final RoundingMode mode;
    private final RoundingMode alternative;

    Rounding(String label, RoundingMode mode, RoundingMode alternative) {
        this.label = label;
        this.mode = mode;
        this.alternative = alternative;
    }

    /** In words, such as "truncated". */
    public String label() {
        return label;
    }

    /** Whether numerator / denominator is printed as these digits. */
    boolean prints(BigDecimal numerator, BigDecimal denominator, BigDecimal digits) {
        return numerator.divide(denominator, digits.scale(), mode).compareTo(digits) == 0
                || numerator.divide(denominator, digits.scale(), alternative).compareTo(digits) == 0;
    }
}
