package cohortkit.stats.crosstab;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The distribution of the sum of products of scores given all margins, column by column. */
final class ExactTrend {

    /** Sums that differ by less, as a share of the largest possible one, are equal but for rounding. */
    private static final double RESOLUTION = 1e-11;

    /** What a node weighs in steps, so that those that are allowed fit in a few hundred megabytes. */
    private static final long NODE = 100;

    private final double[] stageScores;
    private final double[] cellScores;
    private final long[] stageTotals;
    private final long[] cellTotals;
    private final double largest;
    private final double observed;
    private final Work work = new Work();

    /** Scores centered, so that the expected sum is 0. */
    ExactTrend(CrossTable table, double[] rowScores, double[] columnScores) {
        boolean byRow = table.filledRows() >= table.filledColumns();
        CrossTable stages = byRow ? table : table.transposed();
        this.stageScores = byRow ? rowScores : columnScores;
        this.cellScores = byRow ? columnScores : rowScores;
        this.stageTotals = new long[stageScores.length];
        this.cellTotals = new long[cellScores.length];
        Arrays.setAll(stageTotals, stages::rowTotal);
        Arrays.setAll(cellTotals, stages::columnTotal);
        double sum = 0;
        for (int i = 0; i < stageScores.length; i++) {
            for (int j = 0; j < cellScores.length; j++) {
                sum += stageScores[i] * cellScores[j] * stages.count(i, j);
            }
        }
        this.observed = sum;
        this.largest = largest(stageScores) * largest(cellScores) * table.n();
    }

    private static double largest(double[] scores) {
        return Arrays.stream(scores).map(Math::abs).max().orElse(0);
    }

    /** Empty if it would take too many steps. */
    OptionalDouble pValue(Direction direction) {
        try {
            PastPaths sums = distribution();
            double ties = 10 * RESOLUTION * largest;
            double p = 0;
            for (int i = 0; i < sums.size(); i++) {
                double sum = sums.value(i);
                boolean counts = switch (direction) {
                    case EITHER -> Math.abs(sum) >= Math.abs(observed) - ties;
                    case RISING -> sum >= observed - ties;
                    case FALLING -> sum <= observed + ties;
                };
                p += counts ? sums.mass(i) : 0;
            }
            return OptionalDouble.of(Math.min(1, p));
        } catch (Work.Exceeded e) {
            return OptionalDouble.empty();
        }
    }

    /** Every possible sum with its probability. */
    private PastPaths distribution() {
        Stages stages = new Stages(stageTotals, Arrays.stream(cellTotals).max().orElse(0), work);
        Map<Stages.Node, PastPaths> now = new LinkedHashMap<>();
        now.put(new Stages.Node(cellTotals), started());
        for (int k = 0; k < stages.count(); k++) {
            Map<Stages.Node, PastPaths> next = new LinkedHashMap<>();
            int stage = k;
            now.forEach((node, past) -> stages.arcs(stage, node.rows(), (cells, logChance) -> {
                double step = 0;
                long[] rest = node.rows().clone();
                for (int i = 0; i < cells.length; i++) {
                    step += cellScores[i] * cells[i];
                    rest[i] -= cells[i];
                }
                go(past, stageScores[stage] * step, Math.exp(logChance), next, new Stages.Node(rest));
            }));
            now = next;
        }
        return now.values().iterator().next();
    }

    private PastPaths started() {
        PastPaths start = new PastPaths(RESOLUTION * largest);
        start.add(0, 1);
        return start;
    }

    private void go(PastPaths past, double step, double chance, Map<Stages.Node, PastPaths> next, Stages.Node to) {
        work.add(past.size());
        PastPaths sums = next.computeIfAbsent(to, node -> {
            work.add(NODE);
            return new PastPaths(RESOLUTION * largest);
        });
        for (int i = 0; i < past.size(); i++) {
            sums.add(past.value(i) + step, past.mass(i) * chance);
        }
    }
}
