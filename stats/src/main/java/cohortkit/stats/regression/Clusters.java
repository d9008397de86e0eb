package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Row;
import java.util.HashMap;
import java.util.Map;

/** To which cluster each analyzed row belongs; clusters are numbered as they first appear. */
final class Clusters {

    private final int[] cluster;
    private final int count;

    private Clusters(int[] cluster, int count) {
        this.cluster = cluster;
        this.count = count;
    }

    static Clusters of(Estimation estimation, String variable) {
        Cohort cohort = estimation.frame().cohort();
        cohort.variable(variable);
        int[] rows = estimation.frame().rows();
        Map<Object, Integer> numbers = new HashMap<>();
        int[] cluster = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Row row = cohort.row(rows[i]);
            if (row.isMissing(variable)) {
                throw new InputException("cluster '" + variable + "' is missing in "
                        + Places.of(cohort, rows[i], variable)
                        + "; exclude the rows without a cluster, or make each a cluster of its own");
            }
            cluster[i] = numbers.computeIfAbsent(name(row, variable), key -> numbers.size());
        }
        if (numbers.size() < 2) {
            throw new InputException("all " + rows.length + " analyzed rows are of one cluster of '" + variable
                    + "'; errors by cluster need at least two");
        }
        return new Clusters(cluster, numbers.size());
    }

    /** Those of two rows that share both clusters. */
    Clusters crossed(Clusters other) {
        Map<Long, Integer> numbers = new HashMap<>();
        int[] both = new int[cluster.length];
        for (int i = 0; i < both.length; i++) {
            long pair = (long) cluster[i] * other.count + other.cluster[i];
            both[i] = numbers.computeIfAbsent(pair, key -> numbers.size());
        }
        return new Clusters(both, numbers.size());
    }

    private static Object name(Row row, String variable) {
        return switch (row.variable(variable).type()) {
            case NUMBER -> row.number(variable);
            case CATEGORY -> row.level(variable);
            case TEXT, IDENTIFIER -> row.text(variable);
            default ->
                throw new InputException("cluster '" + variable + "' is "
                        + row.variable(variable).described()
                        + "; clusters are named by a number, a category or a text");
        };
    }

    int count() {
        return count;
    }

    int of(int row) {
        return cluster[row];
    }
}
