package cohortkit.stats.paired;

import java.util.Arrays;
import java.util.Optional;

/** Cohen's kappa and its standard errors, each variance as a sum of squares: nothing cancels. */
final class Kappa {

    private final long[][] counts;
    private final long[] rows;
    private final long[] columns;
    private final long n;

    Kappa(long[][] counts) {
        this.counts = counts;
        this.rows = new long[counts.length];
        this.columns = new long[counts.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i] += counts[i][j];
                columns[j] += counts[i][j];
            }
        }
        this.n = Arrays.stream(rows).sum();
    }

    long n() {
        return n;
    }

    /** Subjects in the same category. */
    long agreed() {
        long sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += counts[i][i];
        }
        return sum;
    }

    /** Why there is no kappa. */
    Optional<String> undefined() {
        if (n == 0) {
            return Optional.of("there are no pairs");
        }
        return unexpected() == 0 ? Optional.of("all pairs are in one category") : Optional.empty();
    }

    /** Why kappa is 0 whatever the pairs are like. */
    Optional<String> uninformed() {
        boolean single = Arrays.stream(rows).anyMatch(r -> r == n)
                || Arrays.stream(columns).anyMatch(c -> c == n);
        if (single) {
            return Optional.of("one rater used a single category, so that kappa is 0");
        }
        return expected() == 0 ? Optional.of("the raters share no category, so that kappa is 0") : Optional.empty();
    }

    double value() {
        double above = 0;
        for (int i = 0; i < rows.length; i++) {
            above += share(counts[i][i]) - share(rows[i]) * share(columns[i]);
        }
        return agreed() == n ? 1 : above / unexpected();
    }

    private double share(long count) {
        return (double) count / n;
    }

    /** pe. */
    private double expected() {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += share(rows[i]) * share(columns[i]);
        }
        return sum;
    }

    /** 1 - pe. */
    private double unexpected() {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += share(rows[i]) * share(n - columns[i]);
        }
        return sum;
    }

    /** The root mean square of kappa's influence values over the pairs, over the root of n. */
    double standardError() {
        double different = share(n - agreed());
        double unexpected = unexpected();
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                double gain = i == j ? different : -share(agreed());
                double margins = share(columns[i]) + share(rows[j]) - 2 * expected();
                double influence = gain * unexpected - different * margins;
                sum += share(counts[i][j]) * influence * influence;
            }
        }
        return Math.sqrt(sum / n) / (unexpected * unexpected);
    }

    /** The same with the pairs that independent raters would make. */
    double nullStandardError() {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                double influence = (i == j ? 1 : 0) - share(columns[i]) - share(rows[j]) + expected();
                sum += share(rows[i]) * share(columns[j]) * influence * influence;
            }
        }
        return Math.sqrt(sum / n) / unexpected();
    }
}
