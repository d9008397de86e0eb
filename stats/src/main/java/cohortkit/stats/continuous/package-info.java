/**
 * A number by group: summaries, differences of means and of locations, standardized differences, correlations,
 * normality and equal variances, and p-values adjusted for their number.
 *
 * <p>Commons Statistics supplies the distributions, Commons Numbers the compensated sums, Commons Math the quadrature.
 * The tests are ours: Commons Statistics' {@code TTest}, {@code MannWhitneyUTest}, {@code WilcoxonSignedRankTest} and
 * {@code OneWayAnova} give no interval and no estimate, their exact p-values know no ties, and squares of values past
 * 1e154 are infinite to them. Nothing there or in Commons Math has the other tests, or a noncentral t.
 */
package cohortkit.stats.continuous;
