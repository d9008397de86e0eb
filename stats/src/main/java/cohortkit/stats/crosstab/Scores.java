package cohortkit.stats.crosstab;

import cohortkit.core.InputException;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Numbers for the levels of an ordered category. Ranks depend on how many people each level holds, and are taken anew in
 * each stratum.
 *
 * <pre>{@code
 * var doses = CrossTable.fromCounts(new long[][] {{2, 18}, {4, 16}, {9, 11}});
 * Trend.COCHRAN_ARMITAGE.test(doses)                                                // Cochran-Armitage trend: 6.53...
 * Trend.COCHRAN_ARMITAGE.test(doses, Scores.of(0, 5, 50), Scores.positions()).df()  // 1.0
 * }</pre>
 */
public final class Scores {

    private static final Scores POSITIONS = new Scores("0, 1, 2, ...", totals -> {
        double[] scores = new double[totals.length];
        Arrays.setAll(scores, i -> (double) i);
        return scores;
    });

    private static final Scores MIDRANKS = new Scores("midranks", Scores::midranks);

    private final String label;
    private final UnaryOperator<double[]> rule;

    private Scores(String label, UnaryOperator<double[]> rule) {
        this.label = label;
        this.rule = rule;
    }

    /** 0, 1, 2, ... in the order of the levels. */
    public static Scores positions() {
        return POSITIONS;
    }

    /** The mean rank of a level's people; two samples then give Wilcoxon's test. */
    public static Scores midranks() {
        return MIDRANKS;
    }

    /**
     * Scores of choice, one a level, empty ones included.
     *
     * @throws InputException if one is not finite, or all are the same
     */
    public static Scores of(double... scores) {
        double[] copy = scores.clone();
        if (Arrays.stream(copy).anyMatch(x -> !Double.isFinite(x))
                || Arrays.stream(copy).distinct().count() < 2) {
            throw new InputException("scores are finite numbers, not all the same; were " + Arrays.toString(scores));
        }
        return new Scores(Arrays.toString(copy), totals -> {
            if (totals.length != copy.length) {
                throw new InputException("there are " + copy.length + " scores for " + totals.length
                        + " levels; give one a level, empty levels included");
            }
            return copy.clone();
        });
    }

    private static double[] midranks(double[] totals) {
        double[] ranks = new double[totals.length];
        double below = 0;
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = below + (totals[i] + 1) / 2;
            below += totals[i];
        }
        return ranks;
    }

    double[] rows(CrossTable table) {
        double[] totals = new double[table.rows().levels().size()];
        Arrays.setAll(totals, i -> (double) table.rowTotal(i));
        return centered(rule.apply(totals), totals);
    }

    double[] columns(CrossTable table) {
        return rows(table.transposed());
    }

    /** Less their mean over people, so that no digits are lost in the squares. */
    private static double[] centered(double[] scores, double[] totals) {
        double people = Arrays.stream(totals).sum();
        double mean = 0;
        for (int i = 0; i < scores.length && people > 0; i++) {
            mean += scores[i] * (totals[i] / people);
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] -= mean;
        }
        return scores;
    }

    /** Such as "0, 1, 2, ..." or "[0.0, 5.0, 50.0]". */
    @Override
    public String toString() {
        return label;
    }
}
