package cohortkit.stats.continuous;

/**
 * How a rank test gets its p-value and the interval that goes with it.
 *
 * <pre>{@code
 * var weight = GroupedValues.of(births, "bwt", "smoke");
 * weight.locationShift(RankMethod.NORMAL_CORRECTED, 0.95)   // -307 (95 % CI -512 to -85.00; ...
 * }</pre>
 */
public enum RankMethod {
    /**
     * Every way to deal the ranks out, ties and all: twice the smaller tail, at most 1. By the shift algorithm of
     * Streitberg and Röhmel 1986, Stat Softw Newsl 12:10.
     */
    EXACT("exact", 0),

    /** Normal, with the variance of the tied ranks and half a step taken off: R without {@code exact}. */
    NORMAL_CORRECTED("normal with continuity correction", 0.5),

    /** Normal, with the variance of the tied ranks. */
    NORMAL("normal", 0);

    /** Below so many values in each group the exact test is taken where none is named, as in R. */
    private static final int SMALL = 50;

    private final String label;
    private final double correction;

    RankMethod(String label, double correction) {
        this.label = label;
        this.correction = correction;
    }

    /** The name in print, such as "normal with continuity correction". */
    public String label() {
        return label;
    }

    double correction() {
        return correction;
    }

    static RankMethod automatic(int n, int m) {
        return n < SMALL && m < SMALL ? EXACT : NORMAL_CORRECTED;
    }
}
