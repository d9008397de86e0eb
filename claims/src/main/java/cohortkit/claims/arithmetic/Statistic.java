package cohortkit.claims.arithmetic;

import cohortkit.stats.StandardNormal;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * A test statistic whose p-value follows from it and its degrees of freedom.
 *
 * <pre>{@code
 * Statistic.CHI_SQUARE.pValue(3.841458820694124, 1, 0)   // 0.05...
 * Statistic.R.pValue(0.26, 57, 0)                        // 0.0467...
 * }</pre>
 */
public enum Statistic {
    /** Student's t. */
    T("t", 1, true),
    /** F, on two degrees of freedom. */
    F("F", 2, false),
    /** A standard normal deviate. */
    Z("z", 0, true),
    /** Chi-square. */
    CHI_SQUARE("chi-square", 1, false),
    /** Pearson's correlation; its degrees of freedom are n - 2. */
    R("r", 1, true);

    private final String symbol;
    private final int dfs;
    private final boolean twoTails;

    Statistic(String symbol, int dfs, boolean twoTails) {
        this.symbol = symbol;
        this.dfs = dfs;
        this.twoTails = twoTails;
    }

    /** Such as "t". */
    public String symbol() {
        return symbol;
    }

    /** How many degrees of freedom it needs: 0, 1 or 2. */
    public int dfs() {
        return dfs;
    }

    /** Whether a one-sided test halves the p-value. */
    public boolean hasTwoTails() {
        return twoTails;
    }

    /**
     * The p-value, two-sided for t, z and r.
     *
     * @param value the statistic; its sign does not matter for t, z and r
     * @param df the (first) degrees of freedom; not used by z
     * @param df2 the second degrees of freedom of F; not used by others
     */
    public double pValue(double value, double df, double df2) {
        return switch (this) {
            case T -> Tails.studentP(value, df);
            case F -> value <= 0 ? 1 : FDistribution.of(df, df2).survivalProbability(value);
            case Z -> StandardNormal.pValue(value);
            case CHI_SQUARE -> value <= 0 ? 1 : ChiSquaredDistribution.of(df).survivalProbability(value);
            case R -> Math.abs(value) >= 1 ? 0 : Tails.studentP(value * Math.sqrt(df / (1 - value * value)), df);
        };
    }
}
