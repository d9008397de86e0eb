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
import cohortkit.stats.table.TableRow;
import cohortkit.stats.table.TwoByTwo;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A table of two variables, of people, pairs or person-time, with all its measures and tests. */
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description = {
            "Prints every measure and test of a table of two variables.",
            "One row a measure and method: 2x2, more levels, stratified, pairs, or",
            "person-time."
        })
final class TableCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "xlsx, xls or CSV; or else --counts.")
    private Path file;

    @Mixin
    private TableVariables variables;

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
        if ((software != null || explain != null) && (paired || variables.haveStrata())) {
            throw new InputException("--as and --explain are for one table of people: leave out --paired and --strata");
        }
        if (counts != null) {
            if (file != null || !variables.areNone()) {
                throw new InputException("--counts stands alone: leave out the file and its variables");
            }
            printTable(parse(counts), List.of());
            return 0;
        }
        if (file == null) {
            throw new InputException("give a file with --exposure and --outcome, or --counts a,b,c,d");
        }
        variables.require();
        if (paired && variables.haveStrata()) {
            throw new InputException("--paired knows no --strata: leave one of them out");
        }
        Cohort cohort = data.read(file);
        if (variables.areTwoByTwo(cohort)) {
            TwoByTwo table = variables.twoByTwo(cohort);
            String first = paired ? "first" : "exposed";
            String second = paired ? "second" : "event";
            printTable(
                    table, variables.notes(cohort, first, second, table.labels().leftOut()));
        } else if (paired || software != null || explain != null) {
            throw new InputException("--paired, --as and --explain need a table of two rows and two columns of people: "
                    + "give variables of two levels, without --trend and --person-time");
        } else {
            print(variables.table(cohort, level.level()));
        }
        return 0;
    }

    private void printTable(TwoByTwo table, List<String> notes) {
        if (paired) {
            PairedTable pairs = PairedTable.of(table);
            print(new PrintedTable(pairs, pairs.measures(level.level()), pairs.n(), notes));
        } else if (explain != null) {
            spec.commandLine().getOut().println(ExplainDifference.of(table, explain));
            spec.commandLine().getOut().flush();
        } else if (software != null) {
            List<TableRow> rows = new SoftwareTable(table, software, level.level()).rows();
            print(new PrintedTable(table, rows, table.n(), asNotes(notes)));
        } else {
            print(new PrintedTable(table, table.measures(level.level()), table.n(), notes));
        }
    }

    private List<String> asNotes(List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        all.add("as " + software.label() + " prints by default");
        return all;
    }

    private void print(PrintedTable table) {
        PrintWriter out = spec.commandLine().getOut();
        if (format.format() == Format.TEXT) {
            out.println(table.counts());
            out.println();
        }
        ResultTable glance = new ResultTable(List.of("nobs"), List.of(List.of(table.people())));
        List<String> notes = new ArrayList<>(table.notes());
        notes.add("confidence level " + level.level());
        List<TableRow> rows = MethodFilter.only(table.rows(), method);
        out.print(new Result(StatTables.measures(rows), glance, notes).as(format.format()));
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
