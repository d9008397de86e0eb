package cohortkit.stats.crosstab;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;

/**
 * Tests of no association between rows and columns in any stratum, given all margins. Strata that hold fewer than two
 * people, or people in one row or one column only, say nothing. Landis, Heyman and Koch 1978, Int Stat Rev 46:237; SAS
 * {@code CMH} prints the three.
 *
 * <pre>{@code
 * var bySmoking = CrossStrata.of(births, "race", "low", "smoke");
 * GeneralizedMantelHaenszel.ROW_MEAN_SCORES.test(bySmoking).statistic()   // 9.41...
 * GeneralizedMantelHaenszel.CORRELATION.test(bySmoking).df()              // 1.0
 * }</pre>
 */
public enum GeneralizedMantelHaenszel {
    /** Any difference between the rows; no order is used. R's {@code mantelhaen.test} of a table past 2 x 2. */
    GENERAL_ASSOCIATION("general association") {
        @Override
        void add(QuadraticForm form, CrossTable t, Scores rows, Scores columns) {
            int height = t.rows().levels().size();
            int width = t.columns().levels().size();
            double n = t.n();
            for (int i = 0; i < height - 1; i++) {
                for (int j = 0; j < width - 1; j++) {
                    int at = i * (width - 1) + j;
                    form.add(at, t.excess(i, j));
                    for (int k = 0; k < height - 1; k++) {
                        for (int l = 0; l < width - 1; l++) {
                            double columnPart = part(t.columnTotal(j), t.columnTotal(l), j == l ? n : 0, n);
                            double rowPart = part(t.rowTotal(i), t.rowTotal(k), i == k ? n : 0, n);
                            form.add(at, k * (width - 1) + l, rowPart * columnPart / (n - 1));
                        }
                    }
                }
            }
        }

        @Override
        int dimension(CrossTable t) {
            return (t.rows().levels().size() - 1) * (t.columns().levels().size() - 1);
        }
    },
    /** Rows differ in the mean score of their columns, which are ordered; with midranks the Kruskal-Wallis test. */
    ROW_MEAN_SCORES("row mean scores") {
        @Override
        void add(QuadraticForm form, CrossTable t, Scores rows, Scores columns) {
            double[] v = columns.columns(t);
            double n = t.n();
            double spread = ScoreSums.squares(v, t.transposed()) / (n - 1);
            for (int i = 0; i < dimension(t); i++) {
                for (int j = 0; j < v.length; j++) {
                    form.add(i, v[j] * t.excess(i, j));
                }
                for (int k = 0; k < dimension(t); k++) {
                    form.add(i, k, part(t.rowTotal(i), t.rowTotal(k), i == k ? n : 0, n) * spread);
                }
            }
        }

        @Override
        int dimension(CrossTable t) {
            return t.rows().levels().size() - 1;
        }
    },
    /** A trend: rows and columns are ordered. Mantel 1963, J Am Stat Assoc 58:690. */
    CORRELATION("correlation") {
        @Override
        void add(QuadraticForm form, CrossTable t, Scores rows, Scores columns) {
            ScoreSums sums = new ScoreSums(t, rows, columns);
            form.add(0, sums.excess());
            form.add(0, 0, sums.variance());
        }

        @Override
        int dimension(CrossTable t) {
            return 1;
        }
    };

    private final String label;

    GeneralizedMantelHaenszel(String label) {
        this.label = "Mantel-Haenszel, " + label;
    }

    /** The name in print, such as "Mantel-Haenszel, correlation". */
    public String label() {
        return label;
    }

    /** With the scores 0, 1, 2, ... where the test needs scores. */
    public TestResult test(CrossStrata strata) {
        return test(strata, Scores.positions(), Scores.positions());
    }

    /**
     * The test: {@code G' V⁻¹ G}, G being the sum over strata of what the rows, or their scores, are in excess of what the
     * margins make expect, V its variance given them. Its degrees of freedom are the rank of V: the rows, or cells, that
     * some stratum can compare.
     *
     * @throws InputException if no stratum says anything
     */
    public TestResult test(CrossStrata strata, Scores rows, Scores columns) {
        QuadraticForm form = form(strata, rows, columns);
        if (form.rank() == 0) {
            throw new InputException(
                    label + " needs a stratum with people in two rows and two columns, with two different scores");
        }
        return Independence.chiSquare(label, form.value(), form.rank());
    }

    boolean isPossible(CrossStrata strata) {
        return form(strata, Scores.positions(), Scores.positions()).rank() > 0;
    }

    private QuadraticForm form(CrossStrata strata, Scores rows, Scores columns) {
        QuadraticForm form =
                new QuadraticForm(dimension(strata.tables().values().iterator().next()));
        for (CrossTable table : strata.tables().values()) {
            if (table.filledRows() > 1 && table.filledColumns() > 1) {
                add(form, table, rows, columns);
            }
        }
        return form;
    }

    abstract void add(QuadraticForm form, CrossTable table, Scores rows, Scores columns);

    abstract int dimension(CrossTable table);

    /** {@code total (delta n - other) / n}; delta n is n on the diagonal, 0 elsewhere. */
    private static double part(long total, long other, double deltaN, double n) {
        return (double) total / n * (deltaN - (double) other);
    }
}
