package cohortkit.stats.continuous;

/**
 * What the signed-rank test does with values that equal the center.
 *
 * <pre>{@code
 * var change = Sample.of(0, 0, 1, 2, -3, 4, 5);
 * change.testPseudomedian(0, RankMethod.EXACT, ZeroHandling.WILCOXON, 0.95).test().pValue()   // 0.3125
 * change.testPseudomedian(0, RankMethod.EXACT, ZeroHandling.PRATT, 0.95).test().pValue()      // 0.25
 * }</pre>
 */
public enum ZeroHandling {
    /** They are left out before the ranks are given. Wilcoxon 1945, Biometrics 1:80; R's {@code wilcox.test}. */
    WILCOXON("zeros dropped"),

    /** They take ranks, which are then left out. Pratt 1959, J Am Stat Assoc 54:655; coin's default. */
    PRATT("zeros ranked (Pratt)");

    private final String label;

    ZeroHandling(String label) {
        this.label = label;
    }

    /** The name in print, such as "zeros dropped". */
    public String label() {
        return label;
    }
}
