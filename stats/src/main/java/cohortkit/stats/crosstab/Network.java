package cohortkit.stats.crosstab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The chance of all tables no likelier than a given one, by the network of Mehta and Patel 1983: paths that meet at a node
 * with the same chance so far go on as one, and a path whose every or no completion counts ends at once.
 */
final class Network {

    /** Logarithms of chances that differ by less are equal but for rounding. */
    private static final double RESOLUTION = 1e-9;

    private final long[] columns;
    private final long[] rows;
    private final long[][] counts;
    private final Work work = new Work();

    /** Log chances of the best and the worst way from a node to the end. */
    private record Ends(double longest, double shortest) {}

    /** A way to the next node, and its log chance. */
    private record Step(Stages.Node to, double logChance) {}

    /** A table with people in every row and column, at least two of each. */
    Network(long[][] table) {
        this.counts = table.length <= table[0].length ? transposed(table) : table;
        // Stages are the longer side, the largest first: the fewer people are left, the fewer the nodes.
        Arrays.sort(counts, (a, b) -> {
            int bySum = Long.compare(Arrays.stream(b).sum(), Arrays.stream(a).sum());
            return bySum != 0 ? bySum : Arrays.compare(a, b);
        });
        this.columns = Arrays.stream(counts)
                .mapToLong(column -> Arrays.stream(column).sum())
                .toArray();
        this.rows = new long[counts[0].length];
        for (long[] column : counts) {
            Arrays.setAll(rows, i -> rows[i] + column[i]);
        }
    }

    private static long[][] transposed(long[][] table) {
        long[][] turned = new long[table[0].length][table.length];
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table[0].length; j++) {
                turned[j][i] = table[i][j];
            }
        }
        return turned;
    }

    /** Empty if it would take too many steps. */
    OptionalDouble pValue(double ties) {
        try {
            Stages stages = new Stages(columns, Arrays.stream(rows).max().orElse(0), work);
            return OptionalDouble.of(Math.min(1, new Walk(stages, observed() + ties).sum(sorted(rows))));
        } catch (Work.Exceeded e) {
            return OptionalDouble.empty();
        }
    }

    private static Stages.Node sorted(long[] rows) {
        long[] copy = rows.clone();
        Arrays.sort(copy);
        return new Stages.Node(copy);
    }

    /** The log chance of the table itself. */
    private double observed() {
        long[] rest = rows.clone();
        long people = Arrays.stream(rest).sum();
        double sum = 0;
        for (int k = 0; k < columns.length - 1; k++) {
            for (int i = 0; i < rest.length; i++) {
                sum += Saddle.logBinomial(counts[k][i], rest[i], columns[k], people);
                rest[i] -= counts[k][i];
            }
            sum -= Saddle.logBinomial(columns[k], people, columns[k], people);
            people -= columns[k];
        }
        return sum;
    }

    /** One way through the stages. */
    private final class Walk {

        private final Stages stages;
        private final double bound;
        private final List<Map<Stages.Node, Ends>> ends = new ArrayList<>();
        private double total;

        Walk(Stages stages, double bound) {
            this.stages = stages;
            this.bound = bound;
            for (int k = 0; k <= stages.count(); k++) {
                ends.add(new HashMap<>());
            }
        }

        double sum(Stages.Node start) {
            Map<Stages.Node, PastPaths> now = new LinkedHashMap<>();
            arrive(now, 0, start, 0, 1);
            for (int k = 0; k < stages.count(); k++) {
                Map<Stages.Node, PastPaths> next = new LinkedHashMap<>();
                for (Map.Entry<Stages.Node, PastPaths> node : now.entrySet()) {
                    go(k, node.getKey(), node.getValue(), next);
                }
                now = next;
            }
            return total;
        }

        private void go(int stage, Stages.Node node, PastPaths past, Map<Stages.Node, PastPaths> next) {
            for (Step step : steps(stage, node)) {
                double chance = Math.exp(step.logChance());
                Ends after = ends(stage + 1, step.to());
                work.add(past.size());
                for (int i = 0; i < past.size(); i++) {
                    double log = past.value(i) + step.logChance();
                    if (log + after.longest() <= bound) {
                        total += past.mass(i) * chance;
                    } else if (log + after.shortest() <= bound) {
                        next.computeIfAbsent(step.to(), to -> new PastPaths(RESOLUTION))
                                .add(log, past.mass(i) * chance);
                    }
                }
            }
        }

        private void arrive(Map<Stages.Node, PastPaths> now, int stage, Stages.Node node, double log, double mass) {
            Ends after = ends(stage, node);
            if (log + after.longest() <= bound) {
                total += mass;
            } else {
                PastPaths past = new PastPaths(RESOLUTION);
                past.add(log, mass);
                now.put(node, past);
            }
        }

        private List<Step> steps(int stage, Stages.Node node) {
            List<Step> steps = new ArrayList<>();
            stages.arcs(stage, node.rows(), (cells, logChance) -> {
                steps.add(new Step(Stages.next(node.rows(), cells), logChance));
            });
            return steps;
        }

        private Ends ends(int stage, Stages.Node node) {
            if (stage >= stages.count() - 1) {
                return new Ends(0, 0);
            }
            Ends known = ends.get(stage).get(node);
            if (known != null) {
                return known;
            }
            double longest = Double.NEGATIVE_INFINITY;
            double shortest = 0;
            for (Step step : steps(stage, node)) {
                Ends after = ends(stage + 1, step.to());
                longest = Math.max(longest, step.logChance() + after.longest());
                shortest = Math.min(shortest, step.logChance() + after.shortest());
            }
            Ends found = new Ends(longest, shortest);
            ends.get(stage).put(node, found);
            return found;
        }
    }
}
