package cohortkit.report;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.Level;
import cohortkit.stats.TestResult;
import cohortkit.stats.crosstab.Axis;
import cohortkit.stats.crosstab.CrossTable;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.RiskDifferenceInterval;
import cohortkit.stats.table.RiskRatioInterval;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.List;

/** An outcome in several groups: the measures of each against the first, and one test of all. */
final class LevelMeasures {

    private final Cohort cohort;
    private final String outcome;
    private final GroupColumns groups;
    private final String label;
    private final double level;

    LevelMeasures(Cohort cohort, String group, String outcome, double level) {
        this.level = level;
        this.cohort = cohort;
        this.outcome = outcome;
        this.groups = new GroupColumns(cohort, group);
        this.label = Table1Rows.label(cohort.variable(group));
    }

    PaperTable table() {
        int[] events = cohort.events(outcome);
        long[] with = groups.count(row -> events[row] == 1);
        long[] without = groups.count(row -> events[row] == 0);
        List<PaperTable.Row> rows = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            rows.add(row(with, without, g));
        }
        List<String> notes = new ArrayList<>();
        notes.add("Each group against " + groups.labels().get(0) + ". Intervals: "
                + measures(new TwoByTwo(1, 1, 1, 1)).stream()
                        .map(each ->
                                each.measure().label() + " " + each.convention().interval())
                        .reduce((a, b) -> a + ", " + b)
                        .orElseThrow()
                + "; " + percent() + ", not adjusted for several comparisons.");
        notes.add(test(with, without));
        notes.addAll(groups.notes());
        return new PaperTable(
                label + " and " + Table1Rows.label(cohort.variable(outcome)),
                List.of(
                        PaperTable.Column.left(label),
                        PaperTable.Column.right("events/n"),
                        PaperTable.Column.right("RR (" + percent() + " CI)"),
                        PaperTable.Column.right("RD (" + percent() + " CI)"),
                        PaperTable.Column.right("OR (" + percent() + " CI)")),
                List.of(),
                rows,
                notes);
    }

    private PaperTable.Row row(long[] with, long[] without, int g) {
        List<PaperCell> cells =
                new ArrayList<>(List.of(PaperCell.text(groups.labels().get(g))));
        cells.add(PaperCell.of(new CellValue.CountOf(with[g], with[g] + without[g])));
        if (g == 0) {
            cells.addAll(List.of(PaperCell.text("reference"), PaperCell.BLANK, PaperCell.BLANK));
            return new PaperTable.Row(PaperTable.Kind.REFERENCE, 0, cells);
        }
        measures(new TwoByTwo(with[g], without[g], with[0], without[0]))
                .forEach(each -> cells.add(PaperCell.of(new CellValue.Estimated(each))));
        return new PaperTable.Row(PaperTable.Kind.DATA, 0, cells);
    }

    private List<Estimate> measures(TwoByTwo table) {
        return List.of(
                table.riskRatio(RiskRatioInterval.KATZ_LOG, level),
                table.riskDifference(RiskDifferenceInterval.NEWCOMBE, level),
                table.oddsRatio(OddsRatioInterval.WOOLF, level));
    }

    private String percent() {
        return DisplayNumber.shortest(level * 100) + " %";
    }

    private String test(long[] with, long[] without) {
        if (groups.size() < 2) {
            return "No test: everybody is in one group.";
        }
        long[][] counts = new long[groups.size()][];
        for (int g = 0; g < counts.length; g++) {
            counts[g] = new long[] {without[g], with[g]};
        }
        List<Level> levels = cohort.variable(outcome).levels();
        List<String> ends = levels.isEmpty()
                ? List.of("0", "1")
                : levels.stream().map(Level::label).toList();
        TestResult test = CategoryTest.of(
                CrossTable.fromCounts(new Axis(label, groups.labels()), new Axis(outcome, ends), counts));
        return "All groups together: " + test + ".";
    }
}
