package cohortkit.cli;

import cohortkit.claims.ExplainDifference;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.report.Result;
import cohortkit.report.Result.Format;
import cohortkit.report.ResultTable;
import cohortkit.report.StatTables;
import cohortkit.stats.Software;
import cohortkit.stats.paired.PairedTable;
import cohortkit.stats.table.SoftwareTable;
import cohortkit.stats.table.Strata;
import cohortkit.stats.table.TableRow;
import cohortkit.stats.table.TwoByTwo;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A 2x2 table, of people or of pairs, with all its measures and tests. */
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description = "Prints every measure and test of a 2x2 table, one row a measure and method.")
final class TableCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "xlsx, xls or CSV; or else --counts.")
    private Path file;

    @Option(names = "--exposure", paramLabel = "VAR", description = "Binary: its second level is exposed.")
    private String exposure;

    @Option(names = "--outcome", paramLabel = "VAR", description = "Binary: its second level is the event.")
    private String outcome;

    @Option(names = "--strata", paramLabel = "VAR", description = "Adjust for this category (Mantel-Haenszel).")
    private String strata;

    @Option(names = "--weights", paramLabel = "VAR", description = "Frequency weights: each row stands for so many.")
    private String weights;

    @Option(
            names = "--counts",
            paramLabel = "a,b,c,d",
            description = {
                "a: exposed with outcome, b: exposed without,",
                "c: unexposed with outcome, d: unexposed without.",
                "With --paired: both, first only, second only, neither."
            })
    private String counts;

    @Option(
            names = "--paired",
            description = {
                "Each row is a pair; --exposure and --outcome are its first",
                "and second answer. Prints McNemar's tests, the matched-pair",
                "odds ratio, the difference of proportions and kappa."
            })
    private boolean paired;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            description = "Only the rows of this method, such as log-wald or exact; a wrong name lists all.")
    private String method;

    @Option(
            names = "--as",
            paramLabel = "SOFTWARE",
            description = "What a package prints by default: ${COMPLETION-CANDIDATES}.")
    private Software software;

    @Option(
            names = "--explain",
            paramLabel = "TEXT",
            description = {"Which convention prints this estimate with its limits,", "such as \"1.70 (0.68-4.13)\"."})
    private String explain;

    @Mixin
    private DataOptions data;

    @Mixin
    private LevelOption level;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        if ((software != null || explain != null) && (paired || strata != null)) {
            throw new InputException("--as and --explain are for one table of people: leave out --paired and --strata");
        }
        if (counts != null) {
            if (file != null || exposure != null || outcome != null || strata != null || weights != null) {
                throw new InputException("--counts stands alone: leave out the file and its variables");
            }
            printTable(parse(counts), List.of());
            return 0;
        }
        if (file == null || exposure == null || outcome == null) {
            throw new InputException("give a file with --exposure and --outcome, or --counts a,b,c,d");
        }
        if (paired && strata != null) {
            throw new InputException("--paired knows no --strata: leave one of them out");
        }
        Cohort cohort = data.read(file);
        if (strata == null) {
            TwoByTwo table = weights == null
                    ? TwoByTwo.of(cohort, exposure, outcome)
                    : TwoByTwo.of(cohort, exposure, outcome, weights);
            printTable(table, notes(cohort, table.labels().leftOut()));
        } else {
            Strata stratified = weights == null
                    ? Strata.of(cohort, exposure, outcome, strata)
                    : Strata.of(cohort, exposure, outcome, strata, weights);
            print(
                    stratified,
                    stratified.measures(level.level()),
                    stratified.crude().n(),
                    notes(cohort, stratified.leftOut()));
        }
        return 0;
    }

    /** Which values count, and who is in no cell. */
    private List<String> notes(Cohort cohort, long leftOut) {
        List<String> notes = new ArrayList<>();
        notes.add(DataOptions.counted(cohort, paired ? "first" : "exposed", exposure));
        notes.add(DataOptions.counted(cohort, paired ? "second" : "event", outcome));
        if (leftOut > 0) {
            notes.add("left out because of a missing value: " + leftOut);
            Stream.of(exposure, outcome, strata)
                    .filter(name -> name != null && weights == null)
                    .forEach(name -> notes.addAll(DataOptions.missing(cohort, name)));
        }
        notes.addAll(DataOptions.notes(cohort));
        return notes;
    }

    private void printTable(TwoByTwo table, List<String> notes) {
        if (paired) {
            PairedTable pairs = PairedTable.of(table);
            print(pairs, pairs.measures(level.level()), pairs.n(), notes);
        } else if (explain != null) {
            spec.commandLine().getOut().println(ExplainDifference.of(table, explain));
            spec.commandLine().getOut().flush();
        } else if (software != null) {
            print(table, new SoftwareTable(table, software, level.level()).rows(), table.n(), asNotes(notes));
        } else {
            print(table, table.measures(level.level()), table.n(), notes);
        }
    }

    private List<String> asNotes(List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        all.add("as " + software.label() + " prints by default");
        return all;
    }

    private void print(Object table, List<TableRow> rows, long people, List<String> notes) {
        PrintWriter out = spec.commandLine().getOut();
        if (format.format() == Format.TEXT) {
            out.println(table);
            out.println();
        }
        ResultTable glance = new ResultTable(List.of("nobs"), List.of(List.of(people)));
        List<String> all = new ArrayList<>(notes);
        all.add("confidence level " + level.level());
        out.print(new Result(StatTables.measures(MethodFilter.only(rows, method)), glance, all).as(format.format()));
        out.flush();
    }

    private static TwoByTwo parse(String text) {
        String[] parts = text.split(",", -1);
        long[] cells = new long[4];
        boolean four = parts.length == cells.length;
        for (int i = 0; four && i < cells.length; i++) {
            String part = parts[i].strip();
            four = part.matches("\\d{1,18}");
            cells[i] = four ? Long.parseLong(part) : 0;
        }
        if (!four) {
            throw new InputException(
                    "--counts needs four whole numbers a,b,c,d such as 16,30,46,241; was '" + text + "'");
        }
        return new TwoByTwo(cells[0], cells[1], cells[2], cells[3]);
    }
}
