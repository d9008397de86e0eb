package cohortkit.stats.table;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.Software;
import java.util.List;
import java.util.Optional;

/**
 * The counts of an exposure against an outcome, exposed and event first. Nothing is added to empty cells: a measure is
 * then 0, infinite, or NaN with the reason in its convention.
 *
 * <pre>{@code
 * var table = TwoByTwo.of(patients, "rls", "insomnia");
 * table.riskRatio()                           // 2.17 (95 % CI 1.35 to 3.49; log Wald)
 * table.oddsRatio(OddsRatioInterval.EXACT)    // 2.78 (95 % CI 1.31 to 5.78; exact)
 * new TwoByTwo(20, 26, 46, 241).riskRatio()   // 2.71 (95 % CI 1.78 to 4.14; log Wald)
 * }</pre>
 *
 * @param a exposed with the outcome
 * @param b exposed without it
 * @param c unexposed with the outcome
 * @param d unexposed without it
 * @param labels what rows and columns mean; two tables are equal if their counts are, whatever the labels
 */
public record TwoByTwo(long a, long b, long c, long d, TableLabels labels) {

    /** Checks the counts; an error if one is negative or their sum is past 2^63 - 1. */
    public TwoByTwo {
        if (a < 0 || b < 0 || c < 0 || d < 0) {
            throw new InputException("a table holds counts of 0 or more; was " + a + ", " + b + ", " + c + ", " + d);
        }
        try {
            Math.addExact(Math.addExact(a, b), Math.addExact(c, d));
        } catch (ArithmeticException e) {
            throw new InputException(
                    "the counts " + a + ", " + b + ", " + c + ", " + d + " add up to more than 2^63 - 1", e);
        }
    }

    /** A table of bare counts. */
    public TwoByTwo(long a, long b, long c, long d) {
        this(a, b, c, d, TableLabels.NONE);
    }

    /**
     * Counts the rows in which both variables are known; {@link TableLabels#leftOut()} counts the others.
     *
     * @throws InputException if a variable is not binary (see {@link Cohort#events})
     */
    public static TwoByTwo of(Cohort cohort, String exposure, String outcome) {
        return Tabulation.of(cohort, exposure, outcome).table();
    }

    /**
     * Counts people where each row stands for several.
     *
     * @param frequency a number: how many people a row stands for
     * @throws InputException if a frequency is missing, negative or not whole
     */
    public static TwoByTwo of(Cohort cohort, String exposure, String outcome, String frequency) {
        return Tabulation.of(cohort, exposure, outcome, frequency).table();
    }

    /** All people, a + b + c + d. */
    public long n() {
        return a + b + c + d;
    }

    /** The exposed, a + b. */
    public long exposed() {
        return a + b;
    }

    /** The unexposed, c + d. */
    public long unexposed() {
        return c + d;
    }

    /** People with the outcome, a + c. */
    public long events() {
        return a + c;
    }

    /** The risk in the exposed, a / (a + b), then in the unexposed, c / (c + d); with Wilson's interval at 95 %. */
    public List<Estimate> risks() {
        return List.of(Associations.risk(this, a, exposed()), Associations.risk(this, c, unexposed()));
    }

    /** The risk ratio, log Wald at 95 %. */
    public Estimate riskRatio() {
        return riskRatio(RiskRatioInterval.KATZ_LOG);
    }

    /** The risk ratio at 95 %. */
    public Estimate riskRatio(RiskRatioInterval method) {
        return riskRatio(method, Interval.DEFAULT_LEVEL);
    }

    /**
     * The risk ratio, {@code (a / (a + b)) / (c / (c + d))}: 0 if a = 0, infinite if c = 0, NaN if both are.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate riskRatio(RiskRatioInterval method, double level) {
        return Associations.riskRatio(this, method, level);
    }

    /** The odds ratio, log Wald at 95 %. */
    public Estimate oddsRatio() {
        return oddsRatio(OddsRatioInterval.WOOLF);
    }

    /** The odds ratio at 95 %. */
    public Estimate oddsRatio(OddsRatioInterval method) {
        return oddsRatio(method, Interval.DEFAULT_LEVEL);
    }

    /**
     * The odds ratio: the cross-product ratio {@code ad / bc}, or the conditional, median-unbiased or shifted one, as the
     * method says. 0 or infinite with an empty cell if nothing is added, NaN with an empty margin.
     */
    public Estimate oddsRatio(OddsRatioInterval method, double level) {
        return Associations.oddsRatio(this, method, level);
    }

    /** The risk difference, Newcombe's hybrid score at 95 %. */
    public Estimate riskDifference() {
        return riskDifference(RiskDifferenceInterval.NEWCOMBE);
    }

    /** The risk difference at 95 %. */
    public Estimate riskDifference(RiskDifferenceInterval method) {
        return riskDifference(method, Interval.DEFAULT_LEVEL);
    }

    /** The risk difference, {@code a / (a + b) - c / (c + d)}, in [-1, 1]; NaN if nobody is exposed or unexposed. */
    public Estimate riskDifference(RiskDifferenceInterval method, double level) {
        return Associations.riskDifference(this, method, level);
    }

    /** The number needed to treat, by Newcombe's interval at 95 %. */
    public Estimate numberNeededToTreat() {
        return numberNeededToTreat(RiskDifferenceInterval.NEWCOMBE, Interval.DEFAULT_LEVEL);
    }

    /**
     * The number needed to treat, {@code 1 / risk difference}, with the sign of the risk difference: people to expose for
     * one more outcome if positive, one fewer if negative. Where the interval of the difference holds 0, that of the
     * number passes through infinity: its limits are then -Inf and Inf, and the convention names the two ends. Altman
     * 1998, BMJ 317:1309.
     */
    public Estimate numberNeededToTreat(RiskDifferenceInterval method, double level) {
        return Impact.numberNeededToTreat(riskDifference(method, level));
    }

    /** The attributable fraction in the exposed at 95 %. */
    public Estimate attributableFractionExposed() {
        return attributableFractionExposed(RiskRatioInterval.KATZ_LOG, Interval.DEFAULT_LEVEL);
    }

    /** The attributable fraction in the exposed, {@code 1 - 1 / RR}; below 0 where the exposure protects. */
    public Estimate attributableFractionExposed(RiskRatioInterval method, double level) {
        return Impact.attributableFractionExposed(riskRatio(method, level));
    }

    /** The attributable fraction in the population at 95 %. */
    public Estimate attributableFractionPopulation() {
        return attributableFractionPopulation(Interval.DEFAULT_LEVEL);
    }

    /**
     * The attributable fraction in the population, {@code F = 1 - (c / (c + d)) / ((a + c) / n)}, for a table that samples
     * the population: {@code log(1 - F) ± z sqrt((b + F (a + d)) / (n c))}. Walter 1976, Biometrics 32:829.
     */
    public Estimate attributableFractionPopulation(double level) {
        return Impact.attributableFractionPopulation(this, level);
    }

    /** The E-value at 95 %. */
    public Estimate eValue() {
        return eValue(RiskRatioInterval.KATZ_LOG, Interval.DEFAULT_LEVEL);
    }

    /**
     * The E-value: how strongly a confounder would have to be associated with both exposure and outcome to explain the
     * risk ratio away, {@code RR + sqrt(RR (RR - 1))} with RR turned above 1. The lower limit is that of the risk ratio's
     * limit nearest to 1, and 1 where the interval holds 1; there is no upper one: Inf. VanderWeele and Ding 2017, Ann
     * Intern Med 167:268.
     */
    public Estimate eValue(RiskRatioInterval method, double level) {
        return Impact.eValue(riskRatio(method, level));
    }

    /** Yule's Q, log Wald at 95 %. */
    public Estimate yulesQ() {
        return yulesQ(OddsRatioInterval.WOOLF, Interval.DEFAULT_LEVEL);
    }

    /** Yule's Q, {@code (OR - 1) / (OR + 1)}, in [-1, 1]. Yule 1900, Philos Trans R Soc A 194:257. */
    public Estimate yulesQ(OddsRatioInterval method, double level) {
        return Impact.yulesQ(oddsRatio(method, level));
    }

    /** The phi coefficient, {@code (ad - bc) / sqrt} of the product of the margins, in [-1, 1]; without interval. */
    public Estimate phi() {
        return Impact.phi(this);
    }

    /** What a package prints of this table by default, at 95 %. */
    public SoftwareTable as(Software software) {
        return new SoftwareTable(this, software, Interval.DEFAULT_LEVEL);
    }

    /**
     * Every measure and test of the table, a row each, interval and p-value of a row by the same method.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public List<TableRow> measures(double level) {
        return new Measures(this, level).rows();
    }

    /** What is wrong with the margins, such as "nobody is exposed"; empty if every margin holds somebody. */
    Optional<String> emptyMargin() {
        if (exposed() == 0) {
            return Optional.of("nobody is exposed");
        }
        if (unexposed() == 0) {
            return Optional.of("nobody is unexposed");
        }
        if (events() == 0) {
            return Optional.of("nobody has the outcome");
        }
        return b + d == 0 ? Optional.of("everybody has the outcome") : Optional.empty();
    }

    /** NaN for 0/0. */
    double riskRatioValue() {
        return ((double) a / exposed()) / ((double) c / unexposed());
    }

    /** NaN for 0/0. */
    double oddsRatioValue() {
        return ((double) a * d) / ((double) b * c);
    }

    /** The logarithm of the risk ratio; near 1 by the difference, which keeps its digits in tables of 10^12. */
    double logRiskRatio() {
        return logRatio(riskRatioValue(), crossDifference() / ((double) c * exposed()));
    }

    /** The logarithm of the odds ratio, likewise. */
    double logOddsRatio() {
        return logRatio(oddsRatioValue(), crossDifference() / ((double) b * c));
    }

    private static double logRatio(double ratio, double excess) {
        return Math.abs(excess) < 0.5 ? Math.log1p(excess) : Math.log(ratio);
    }

    double riskDifferenceValue() {
        return crossDifference() / ((double) exposed() * unexposed());
    }

    /** ad - bc with all its digits: Kahan's two fused products. */
    double crossDifference() {
        double bc = (double) b * c;
        return Math.fma((double) a, (double) d, -bc) + Math.fma(-(double) b, (double) c, bc);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TwoByTwo that && a == that.a && b == that.b && c == that.c && d == that.d;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(31 * (31 * (31 * a + b) + c) + d);
    }

    /** The counts with their margins and risks; the first line is a title. */
    @Override
    public String toString() {
        return TwoByTwoText.of(this);
    }
}
