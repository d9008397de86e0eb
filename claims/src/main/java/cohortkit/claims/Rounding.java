package cohortkit.claims;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the author of a paper may have rounded.
 *
 * <pre>{@code
 * Printed.parse("81.2%").admits(39, 48, Rounding.HALF_UP)     // false: 39/48 is 81.25 %
 * Printed.parse("81.2%").admits(39, 48, Rounding.HALF_EVEN)   // true
 * }</pre>
 */
public enum Rounding {
    /** To the nearest, a tie either way: what is assumed of a paper that does not say. */
    HALF_EITHER("a tie rounded either way", RoundingMode.HALF_UP, RoundingMode.HALF_DOWN),
    /** To the nearest, a tie upwards, so that -0.35 is -0.3 (JavaScript). */
    HALF_UP("rounded half up", RoundingMode.HALF_UP),
    /** To the nearest, a tie to the even digit (IEEE 754; the default of R, Python and C). */
    HALF_EVEN("rounded half to even", RoundingMode.HALF_EVEN),
    /** To the nearest, a tie away from zero, so that -0.35 is -0.4 (SAS, Stata, spreadsheets). */
    HALF_AWAY("rounded half away from zero", RoundingMode.HALF_UP),
    /** Digits cut off. */
    TRUNCATED("truncated", RoundingMode.DOWN),
    /** To the nearest or cut off: what no figure may break. */
    ANY("by any rule", RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.DOWN);

    static final List<Rounding> NAMED = List.of(HALF_UP, HALF_EVEN, HALF_AWAY, TRUNCATED);

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<RoundingMode> modes;

    Rounding(String label, RoundingMode... modes) {
        this.label = label;
        this.modes = List.of(modes);
    }

    /** In words, such as "truncated". */
    public String label() {
        return label;
    }

    /** Whether numerator / denominator is printed as these digits; the denominator is positive. */
    boolean prints(BigDecimal numerator, BigDecimal denominator, BigDecimal digits) {
        boolean upwards = this == HALF_UP && numerator.signum() < 0;
        Stream<RoundingMode> tried = upwards ? Stream.of(RoundingMode.HALF_DOWN) : modes.stream();
        return tried.anyMatch(
                mode -> numerator.divide(denominator, digits.scale(), mode).compareTo(digits) == 0);
    }

    /** How many units of the last digit the value may lie nearer to zero than the digits. */
    BigDecimal nearer() {
        return this == TRUNCATED ? BigDecimal.ZERO : HALF;
    }

    /** How many units of the last digit the value may lie farther from zero than the digits. */
    BigDecimal farther() {
        return this == TRUNCATED || this == ANY ? BigDecimal.ONE : HALF;
    }

    private static final BigDecimal HALF = new BigDecimal("0.5");
}
