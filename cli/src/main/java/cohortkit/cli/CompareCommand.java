package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.report.Result;
import cohortkit.report.Result.Format;
import cohortkit.report.ResultTable;
import cohortkit.report.StatTables;
import cohortkit.stats.continuous.GroupedValues;
import cohortkit.stats.continuous.PairedValues;
import cohortkit.stats.table.TableRow;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A number by group, before and after, or beside another one. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Describes a number in each group and compares the groups.",
            "One row a measure and method. A difference is that of the second group",
            "less the first."
        })
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "xlsx, xls or CSV.")
    private Path file;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NUMBER", description = "The number, with --by.")
    private String number;

    @Option(names = "--by", paramLabel = "VAR", description = "The category whose levels are the groups.")
    private String by;

    @Option(
            names = "--paired",
            paramLabel = "BEFORE,AFTER",
            split = ",",
            description = "Two numbers of each person; the second less the first.")
    private List<String> paired = List.of();

    @Option(
            names = "--correlate",
            paramLabel = "FIRST,SECOND",
            split = ",",
            description = "How two numbers of each person go together.")
    private List<String> correlate = List.of();

    @Option(
            names = "--method",
            paramLabel = "NAME",
            split = ",",
            description = "Only methods with such a word, such as welch or exact.")
    private List<String> methods = List.of();

    @Mixin
    private DataOptions data;

    @Mixin
    private LevelOption level;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        boolean grouped = number != null && by != null;
        boolean bare = number == null && by == null;
        long ways = Stream.of(grouped, !paired.isEmpty(), !correlate.isEmpty())
                .filter(way -> way)
                .count();
        if (ways != 1 || !(grouped || bare)) {
            throw new InputException("give NUMBER --by VAR, or --paired BEFORE,AFTER, or --correlate FIRST,SECOND");
        }
        Cohort cohort = data.read(file);
        if (grouped) {
            GroupedValues values = GroupedValues.of(cohort, number, by);
            print(cohort, values, values.n(), values.summaries(level.level()), values.measures(level.level()));
        } else {
            PairedValues pairs =
                    paired.isEmpty() ? pairs(cohort, "--correlate", correlate) : pairs(cohort, "--paired", paired);
            List<TableRow> rows = paired.isEmpty() ? pairs.correlations(level.level()) : pairs.measures(level.level());
            print(cohort, pairs, pairs.n(), pairs.summaries(level.level()), rows);
        }
        return 0;
    }

    private static PairedValues pairs(Cohort cohort, String option, List<String> names) {
        if (names.size() != 2) {
            throw new InputException(option + " needs two numbers with a comma; was '" + String.join(",", names) + "'");
        }
        return PairedValues.of(cohort, names.get(0), names.get(1));
    }

    /** In text the summaries are the table above; for programs they are rows too. */
    private void print(Cohort cohort, Object values, int known, List<TableRow> summaries, List<TableRow> measures) {
        List<TableRow> rows = new ArrayList<>(chosen(measures));
        PrintWriter out = spec.commandLine().getOut();
        if (format.format() == Format.TEXT) {
            out.println(values);
            out.println();
        } else {
            rows.addAll(0, summaries);
        }
        ResultTable glance =
                new ResultTable(List.of("nobs", "missing"), List.of(List.of(known, cohort.size() - known)));
        List<String> notes = new ArrayList<>(DataOptions.notes(cohort));
        notes.add("confidence level " + level.level());
        out.print(new Result(StatTables.measures(rows), glance, notes).as(format.format()));
        out.flush();
    }

    private List<TableRow> chosen(List<TableRow> measures) {
        if (methods.isEmpty()) {
            return measures;
        }
        List<TableRow> chosen = new ArrayList<>();
        for (TableRow row : measures) {
            String name = row.method().toLowerCase(Locale.ROOT);
            if (methods.stream().anyMatch(method -> name.contains(method.toLowerCase(Locale.ROOT)))) {
                chosen.add(row);
            }
        }
        if (chosen.isEmpty()) {
            throw new InputException("no method is called '" + String.join("' or '", methods) + "'; there are "
                    + String.join(
                            "; ",
                            measures.stream().map(TableRow::method).distinct().toList()));
        }
        return chosen;
    }
}
