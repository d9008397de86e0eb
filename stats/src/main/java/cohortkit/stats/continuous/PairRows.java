package cohortkit.stats.continuous;

import cohortkit.core.Measure;
import cohortkit.stats.table.TableRow;
import java.util.List;

/** Every test of paired differences, and every correlation. */
final class PairRows {

    private PairRows() {}

    static List<TableRow> differences(PairedValues pairs, double level) {
        ResultRows rows = new ResultRows();
        rows.add(Measure.MEAN_DIFFERENCE, "paired t", () -> pairs.meanDifference(level));
        boolean hasZeros = SignedScores.zeros(pairs.differences().sorted(), 0) > 0;
        for (ZeroHandling zeros : hasZeros ? List.of(ZeroHandling.values()) : List.of(ZeroHandling.WILCOXON)) {
            for (RankMethod method : RankMethod.values()) {
                rows.add(
                        Measure.PSEUDOMEDIAN,
                        "signed-rank " + method.label(),
                        () -> pairs.pseudomedian(method, zeros, level));
            }
        }
        rows.add("normal distribution, differences", "Shapiro-Wilk", () -> ShapiroWilk.test(pairs.differences()));
        return rows.rows();
    }

    static List<TableRow> correlations(PairedValues pairs, double level) {
        ResultRows rows = new ResultRows();
        for (CorrelationMethod method : CorrelationMethod.values()) {
            rows.add(method.measure(), method.label(), () -> pairs.correlation(method, level));
        }
        return rows.rows();
    }
}
