package cohortkit.stats.table;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Squared score statistics of strata, added up at the common value of highest likelihood. */
final class ScoreHomogeneity {

    private static final double WIDEST = 1 - 0x1p-40;

    private ScoreHomogeneity() {}

    static double ofRatio(List<Stratum> strata) {
        List<ScoreRatio> scores =
                strata.stream().map(s -> new ScoreRatio(s.table(), 1)).toList();
        DoubleUnaryOperator likelihood = t ->
                scores.stream().mapToDouble(score -> score.slope(Math.exp(t))).sum();
        Strata same = new Strata("", strata, 0);
        double start = Math.log(MantelHaenszel.riskRatio(same).value());
        double common = Math.exp(Roots.decreasing(likelihood, start, 0.1));
        return scores.stream().mapToDouble(score -> squared(score.z(common))).sum();
    }

    static double ofDifference(List<Stratum> strata) {
        List<ScoreDifference> scores =
                strata.stream().map(s -> new ScoreDifference(s.table())).toList();
        double common = Roots.between(
                delta ->
                        scores.stream().mapToDouble(score -> score.slope(delta)).sum(),
                -WIDEST,
                WIDEST);
        double sum = 0;
        for (int k = 0; k < scores.size(); k++) {
            double n = strata.get(k).table().n();
            // The statistic of Miettinen and Nurminen has the variance times n / (n - 1).
            sum += squared(scores.get(k).z(common)) * (n / (n - 1));
        }
        return sum;
    }

    private static double squared(double z) {
        return z * z;
    }
}
