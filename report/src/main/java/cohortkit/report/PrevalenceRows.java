package cohortkit.report;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prevalences by group as a table. */
final class PrevalenceRows {

    private final Cohort cohort;
    private final String group;
    private final GroupColumns groups;
    private final ProportionInterval method;
    private final double level;
    private final Map<Missing, Long> reasons = new LinkedHashMap<>();

    PrevalenceRows(Cohort cohort, String group, ProportionInterval method, double level) {
        this.cohort = cohort;
        this.group = group;
        this.groups = new GroupColumns(cohort, group);
        this.method = method;
        this.level = Interval.requireLevel(level);
    }

    PaperTable table(List<String> outcomes) {
        if (outcomes.isEmpty()) {
            throw new InputException("a table of prevalences needs an outcome; name one");
        }
        List<PaperTable.Row> rows = new ArrayList<>();
        for (String outcome : outcomes) {
            add(rows, outcome);
        }
        List<String> notes = new ArrayList<>();
        notes.add("Intervals: " + label() + ", of those in whom the outcome is known.");
        reasons.forEach((reason, n) -> notes.add("Missing: " + n + " " + reason + "."));
        notes.addAll(groups.notes());
        String percent = cohortkit.core.DisplayNumber.shortest(level * 100);
        return new PaperTable(
                "Prevalence by " + Table1Rows.label(cohort.variable(group)),
                List.of(
                        PaperTable.Column.left(""),
                        PaperTable.Column.right("events/n"),
                        PaperTable.Column.right("missing"),
                        PaperTable.Column.right("% (" + percent + " % CI)")),
                List.of(),
                rows,
                notes);
    }

    private String label() {
        return new Proportion(1, 2).estimate(method, level).convention().interval();
    }

    private void add(List<PaperTable.Row> rows, String outcome) {
        int[] events = cohort.events(outcome);
        Variable variable = cohort.variable(outcome);
        String event =
                variable.levels().isEmpty() ? "1" : variable.levels().get(1).label();
        rows.add(new PaperTable.Row(
                PaperTable.Kind.SECTION,
                0,
                List.of(
                        PaperCell.text(Table1Rows.label(variable) + ": " + event),
                        PaperCell.BLANK,
                        PaperCell.BLANK,
                        PaperCell.BLANK)));
        long[] with = groups.count(row -> events[row] == 1);
        long[] known = groups.count(row -> events[row] >= 0);
        for (int g = 0; g < groups.size(); g++) {
            rows.add(row(PaperTable.Kind.DATA, groups.labels().get(g), with[g], known[g], groups.sizes()[g]));
        }
        rows.add(row(PaperTable.Kind.TOTAL, "all", sum(with), sum(known), sum(groups.sizes())));
        groups.missing(outcome, row -> events[row] < 0)
                .forEach((reason, counts) -> reasons.merge(reason, sum(counts), Long::sum));
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }

    private PaperTable.Row row(PaperTable.Kind kind, String label, long with, long known, long people) {
        PaperCell share = PaperCell.text("NA").withFootnote("The outcome is known in nobody.");
        if (known > 0) {
            Estimate estimate = new Proportion(with, known).estimate(method, level);
            share = PaperCell.of(new CellValue.Estimated(estimate));
        }
        return new PaperTable.Row(
                kind,
                1,
                List.of(
                        PaperCell.text(label),
                        PaperCell.of(new CellValue.CountOf(with, known)),
                        PaperCell.count(people - known),
                        share));
    }
}
