package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.stats.crosstab.CrossStrata;
import cohortkit.stats.crosstab.CrossTable;
import cohortkit.stats.crosstab.MonteCarlo;
import cohortkit.stats.rate.RateStrata;
import cohortkit.stats.rate.RateTable;
import cohortkit.stats.table.Strata;
import cohortkit.stats.table.TableRow;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which variables of a cohort make a table. */
final class TableVariables {

    private static final int BINARY = 2;

    @Option(
            names = "--exposure",
            paramLabel = "VAR",
            description = "Binary: its second level is exposed. With more levels: a row each.")
    private String exposure;

    @Option(
            names = "--outcome",
            paramLabel = "VAR",
            description = "Binary: its second level is the event. With more levels: a column each.")
    private String outcome;

    @Option(names = "--strata", paramLabel = "VAR", description = "Adjust for this category (Mantel-Haenszel).")
    private String strata;

    @Option(names = "--weights", paramLabel = "VAR", description = "Frequency weights: each row stands for so many.")
    private String weights;

    @Option(
            names = "--person-time",
            paramLabel = "VAR",
            description = {
                "The time a row was watched: rates, their ratio and",
                "difference. --outcome may count events."
            })
    private String personTime;

    @Option(names = "--trend", description = "Tests of a trend over the levels in their order, scored 0, 1, 2, ...")
    private boolean trend;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = {
                "Of the simulation, where an exact test of more than 2x2",
                "cells is out of reach. Default: ${DEFAULT-VALUE}."
            })
    private long seed;

    boolean areNone() {
        return Stream.of(exposure, outcome, strata, weights, personTime).allMatch(java.util.Objects::isNull) && !trend;
    }

    boolean haveStrata() {
        return strata != null;
    }

    /** Whether a table of two rows and two columns of people is asked for. */
    boolean areTwoByTwo(Cohort cohort) {
        return strata == null && personTime == null && !isCross(cohort);
    }

    void require() {
        if (exposure == null || outcome == null) {
            throw new InputException("give a file with --exposure and --outcome, or --counts a,b,c,d");
        }
        if (personTime != null && (trend || weights != null)) {
            throw new InputException(
                    "--person-time knows no --" + (trend ? "trend" : "weights") + ": leave one of them out");
        }
    }

    private boolean isCross(Cohort cohort) {
        return trend
                || cohort.variable(exposure).levels().size() > BINARY
                || cohort.variable(outcome).levels().size() > BINARY;
    }

    TwoByTwo twoByTwo(Cohort cohort) {
        return weights == null
                ? TwoByTwo.of(cohort, exposure, outcome)
                : TwoByTwo.of(cohort, exposure, outcome, weights);
    }

    /** Everything but a single table of two rows and two columns. */
    PrintedTable table(Cohort cohort, double level) {
        if (personTime != null) {
            return strata == null ? rates(cohort, level) : stratifiedRates(cohort, level);
        }
        if (isCross(cohort)) {
            return strata == null ? cross(cohort, level) : stratifiedCross(cohort, level);
        }
        Strata stratified = weights == null
                ? Strata.of(cohort, exposure, outcome, strata)
                : Strata.of(cohort, exposure, outcome, strata, weights);
        return new PrintedTable(
                stratified,
                stratified.measures(level),
                stratified.crude().n(),
                notes(cohort, "exposed", "event", stratified.leftOut()));
    }

    private PrintedTable cross(Cohort cohort, double level) {
        CrossTable table = weights == null
                ? CrossTable.of(cohort, exposure, outcome)
                : CrossTable.of(cohort, exposure, outcome, weights);
        List<TableRow> rows = trend ? table.trends() : table.measures(level, sampling());
        return new PrintedTable(table, rows, table.n(), withDropped(missing(cohort, table.leftOut()), table));
    }

    private PrintedTable stratifiedCross(Cohort cohort, double level) {
        if (trend) {
            throw new InputException(
                    "--trend with --strata is the row 'correlation' of the table of strata: leave out " + "--trend");
        }
        CrossStrata table = weights == null
                ? CrossStrata.of(cohort, exposure, outcome, strata)
                : CrossStrata.of(cohort, exposure, outcome, strata, weights);
        return new PrintedTable(
                table, table.measures(level, sampling()), table.crude().n(), missing(cohort, table.leftOut()));
    }

    private MonteCarlo sampling() {
        return new MonteCarlo(MonteCarlo.DEFAULT.tables(), seed);
    }

    private static List<String> withDropped(List<String> notes, CrossTable table) {
        List<String> all = new ArrayList<>(notes);
        table.dropped().forEach(level -> all.add("nobody in " + level));
        return all;
    }

    private PrintedTable rates(Cohort cohort, double level) {
        RateTable table = RateTable.of(cohort, exposure, outcome, personTime);
        return new PrintedTable(
                table,
                table.measures(level),
                table.labels().rows(),
                rateNotes(cohort, table.labels().leftOut()));
    }

    private PrintedTable stratifiedRates(Cohort cohort, double level) {
        RateStrata table = RateStrata.of(cohort, exposure, outcome, personTime, strata);
        return new PrintedTable(
                table, table.measures(level), table.crude().labels().rows(), rateNotes(cohort, table.leftOut()));
    }

    /** Which values count, and who is in no cell. */
    List<String> notes(Cohort cohort, String first, String second, long leftOut) {
        List<String> notes = new ArrayList<>();
        notes.add(DataOptions.counted(cohort, first, exposure));
        notes.add(DataOptions.counted(cohort, second, outcome));
        notes.addAll(missing(cohort, leftOut));
        return notes;
    }

    private List<String> rateNotes(Cohort cohort, long leftOut) {
        List<String> notes = new ArrayList<>();
        notes.add(DataOptions.counted(cohort, "exposed", exposure));
        Variable events = cohort.variable(outcome);
        notes.add(
                events.levels().isEmpty()
                        ? "events: " + outcome + ", counted"
                        : DataOptions.counted(cohort, "event", outcome));
        String unit = cohort.variable(personTime).unit();
        notes.add("person-time: " + personTime + (unit.isEmpty() ? "" : " in " + unit));
        notes.addAll(missing(cohort, leftOut));
        return notes;
    }

    private List<String> missing(Cohort cohort, long leftOut) {
        List<String> notes = new ArrayList<>();
        if (leftOut > 0) {
            notes.add("left out because of a missing value: " + leftOut);
            Stream.of(exposure, outcome, personTime, strata)
                    .filter(name -> name != null && weights == null)
                    .forEach(name -> notes.addAll(DataOptions.missing(cohort, name)));
        }
        notes.addAll(DataOptions.notes(cohort));
        return notes;
    }
}
