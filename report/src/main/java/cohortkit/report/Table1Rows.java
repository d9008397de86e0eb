package cohortkit.report;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.stats.TestResult;
import cohortkit.stats.continuous.GroupedValues;
import cohortkit.stats.continuous.Sample;
import cohortkit.stats.crosstab.Axis;
import cohortkit.stats.crosstab.CrossTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The rows of a table of characteristics by group. */
final class Table1Rows {

    private static final String DIFFERENCE =
            "Standardized mean difference, absolute: the difference of the means divided by"
                    + " the root of the mean of both variances; of categories the distance of Yang and Dalton.";
    private static final String LARGEST = " The largest of all pairs of groups.";

    private final Cohort cohort;
    private final GroupColumns groups;
    private final String group;
    private final List<PaperTable.Row> rows = new ArrayList<>();

    Table1Rows(Cohort cohort, GroupColumns groups, String group) {
        this.cohort = cohort;
        this.groups = groups;
        this.group = group;
        row(0, "n", values(g -> new CellValue.Whole(sum(groups.sizes(), g))), blank());
    }

    void number(Variable variable, NumberSummary wanted) {
        // Refuses infinite values by their cells.
        Sample.of(cohort, variable.name());
        double[] numbers = cohort.numbers(variable.name());
        List<Sample> samples = new ArrayList<>();
        for (int g = -1; g < groups.size(); g++) {
            samples.add(
                    Sample.named(g < 0 ? "all" : group + " = " + groups.labels().get(g), values(numbers, g)));
        }
        Sample all = samples.get(0);
        NumberSummary summary = wanted.chosen(all);
        int decimals = summary.decimals(all, samples.subList(1, samples.size()));
        GroupDifference difference = GroupDifference.ofNumbers(samples.subList(1, samples.size()));
        row(
                0,
                summary.in(label(variable)),
                values(g -> summary.cell(samples.get(g + 1), decimals)),
                compared(difference, () -> summary.test(known(samples.subList(1, samples.size())))));
        missing(variable, row -> Double.isNaN(numbers[row]));
    }

    private double[] values(double[] numbers, int wanted) {
        double[] values = new double[numbers.length];
        int n = 0;
        for (int row = 0; row < numbers.length; row++) {
            boolean inside = wanted < 0 ? groups.group(row) >= 0 : groups.group(row) == wanted;
            if (inside && !Double.isNaN(numbers[row])) {
                values[n++] = numbers[row];
            }
        }
        return Arrays.copyOf(values, n);
    }

    private static GroupedValues known(List<Sample> samples) {
        Sample[] known = samples.stream().filter(sample -> sample.n() > 0).toArray(Sample[]::new);
        if (known.length < 2) {
            throw new InputException("no test: fewer than two groups have a known value");
        }
        return GroupedValues.of(known);
    }

    void category(Variable variable) {
        int[] codes = cohort.levels(variable.name());
        List<Level> levels = variable.levels();
        long[][] counts = new long[groups.size()][levels.size()];
        for (int row = 0; row < codes.length; row++) {
            if (groups.group(row) >= 0 && codes[row] >= 0) {
                counts[groups.group(row)][codes[row]]++;
            }
        }
        CrossTable table = CrossTable.fromCounts(
                new Axis(group, groups.labels()),
                new Axis(variable.name(), levels.stream().map(Level::label).toList()),
                counts);
        List<PaperCell> compared = compared(GroupDifference.ofCategories(table), () -> CategoryTest.of(table));
        if (levels.size() == 2) {
            row(0, label(variable) + ": " + levels.get(1).label() + ", n (%)", shares(table, 1), compared);
        } else {
            row(0, label(variable) + ", n (%)", values(g -> new CellValue.Words("")), compared);
            for (int level = 0; level < levels.size(); level++) {
                row(1, levels.get(level).label(), shares(table, level), blank());
            }
        }
        missing(variable, row -> codes[row] < 0);
    }

    private List<PaperCell> shares(CrossTable table, int level) {
        return values(g -> g < 0
                ? new CellValue.CountShare(table.columnTotal(level), table.n())
                : new CellValue.CountShare(table.count(g, level), table.rowTotal(g)));
    }

    private void missing(Variable variable, java.util.function.IntPredicate unknown) {
        for (Map.Entry<Missing, long[]> reason :
                groups.missing(variable.name(), unknown).entrySet()) {
            String label = "missing: " + reason.getKey().reason();
            row(1, label, values(g -> new CellValue.Whole(sum(reason.getValue(), g))), blank());
        }
    }

    /** The difference, the p-value and the test's name; where one cannot be made, a footnote says why. */
    private static List<PaperCell> compared(GroupDifference difference, Supplier<TestResult> test) {
        PaperCell apart = PaperCell.of(new CellValue.Decimal(difference.value(), 2));
        apart = difference.problem().isEmpty() ? apart : apart.withFootnote(difference.problem());
        try {
            TestResult result = test.get();
            return List.of(apart, PaperCell.of(new CellValue.PValue(result.pValue())), PaperCell.text(result.method()));
        } catch (InputException e) {
            PaperCell none = PaperCell.of(new CellValue.PValue(Double.NaN))
                    .withFootnote(Words.sentence(String.valueOf(e.getMessage())));
            return List.of(apart, none, PaperCell.BLANK);
        }
    }

    private static List<PaperCell> blank() {
        return List.of(PaperCell.BLANK, PaperCell.BLANK, PaperCell.BLANK);
    }

    /** A cell for all, group -1, and one for each group. */
    private List<PaperCell> values(IntFunction<CellValue> value) {
        List<PaperCell> cells = new ArrayList<>();
        for (int g = -1; g < groups.size(); g++) {
            cells.add(PaperCell.of(value.apply(g)));
        }
        return cells;
    }

    private static long sum(long[] counts, int g) {
        return g < 0 ? Arrays.stream(counts).sum() : counts[g];
    }

    private void row(int indent, String label, List<PaperCell> values, List<PaperCell> compared) {
        List<PaperCell> cells = new ArrayList<>();
        cells.add(PaperCell.text(label));
        cells.addAll(values);
        cells.addAll(compared);
        rows.add(new PaperTable.Row(PaperTable.Kind.DATA, indent, cells));
    }

    static String label(Variable variable) {
        String label = variable.label().isBlank() ? variable.name() : variable.label();
        return variable.unit().isBlank() ? label : label + " (" + variable.unit() + ")";
    }

    PaperTable table() {
        List<PaperTable.Column> columns = new ArrayList<>();
        columns.add(PaperTable.Column.left(""));
        columns.add(PaperTable.Column.right("all"));
        groups.labels().forEach(label -> columns.add(PaperTable.Column.right(label)));
        String definition = groups.size() > 2 ? DIFFERENCE + LARGEST : DIFFERENCE;
        columns.add(new PaperTable.Column(PaperCell.text("SMD").withFootnote(definition), PaperTable.Align.RIGHT));
        columns.add(new PaperTable.Column(PaperCell.of(CellValue.Symbol.P), PaperTable.Align.RIGHT));
        columns.add(PaperTable.Column.left("test"));
        List<String> notes = new ArrayList<>();
        notes.add("Percentages are of those in whom the value is known; missing values enter no test.");
        notes.addAll(groups.notes());
        String by = label(cohort.variable(group));
        return new PaperTable(
                "Characteristics by " + by,
                columns,
                List.of(new PaperTable.Spanner(by, 2, groups.size() + 1)),
                rows,
                notes);
    }
}
