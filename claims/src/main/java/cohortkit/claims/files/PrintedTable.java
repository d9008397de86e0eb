package cohortkit.claims.files;

import cohortkit.claims.EvidenceLevel;
import cohortkit.claims.Finding;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.feasible.CellSet;
import cohortkit.claims.feasible.CountMeasure;
import cohortkit.claims.feasible.CountTables;
import cohortkit.claims.feasible.CountTest;
import cohortkit.claims.feasible.TableShape;
import cohortkit.core.Convention;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a paper prints of a table of any size, such as {@code row 2 of n} or {@code row 3 of column 1}: cells alone are a sum,
 * cells of cells the share of the former among the latter. Besides {@code odds ratio of column 1 in row 2 to row 1}, likewise
 * the risk ratio and the risk difference, and {@code p} or {@code Pearson p}.
 *
 * @param shape its rows, columns and strata
 * @param rows what is printed
 * @param tables those that agree
 */
record PrintedTable(TableShape shape, List<PrintedRow> rows, CountTables tables) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,4}) *x *(\\d{1,4})(?: *x *(\\d{1,4}))?");
    private static final Pattern CELLS = Pattern.compile("(row|column|stratum) +(\\d{1,4})");
    private static final Pattern MEASURE =
            Pattern.compile("(risk ratio|odds ratio|risk difference) +of +(.+?) +in +(.+?) +to +(.+)");
    private static final Pattern P_VALUE = Pattern.compile("(?:(.+) )?p");
    private static final String OF = " of ";

    PrintedTable {
        rows = List.copyOf(rows);
    }

    /**
     * A table of which nothing is printed yet.
     *
     * @param shape such as "3 x 2", or "2 x 2 x 4" with four strata
     */
    static PrintedTable ofShape(String shape) {
        Matcher matcher = SHAPE.matcher(shape);
        if (!matcher.matches()) {
            throw new InputException(
                    "a shape is ROWS x COLUMNS, or ROWS x COLUMNS x STRATA, such as 3 x 2; was '" + shape + "'");
        }
        TableShape parsed = TableShape.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        String strata = matcher.group(3);
        TableShape whole = strata == null ? parsed : parsed.withStrata(Integer.parseInt(strata));
        return new PrintedTable(whole, List.of(), CountTables.of(whole));
    }

    /** The same with one more printed number. */
    PrintedTable with(PrintedRow row) {
        List<PrintedRow> all = new ArrayList<>(rows);
        all.add(row);
        return new PrintedTable(shape, all, narrowed(tables, row));
    }

    private CountTables narrowed(CountTables some, PrintedRow row) {
        Optional<CountMeasure> measure = measure(row.quantity());
        if (measure.isPresent()) {
            CountTables narrower = some.measure(measure.get(), row.printed());
            narrower = row.lower().isEmpty()
                    ? narrower
                    : narrower.lowerLimit(measure.get(), row.lower().get());
            return row.upper().isEmpty()
                    ? narrower
                    : narrower.upperLimit(measure.get(), row.upper().get());
        }
        if (row.lower().isPresent() || row.upper().isPresent()) {
            throw new InputException(
                    "limits are taken of a risk ratio and an odds ratio, not of '" + row.quantity() + "'");
        }
        Matcher p = P_VALUE.matcher(row.quantity());
        if (p.matches()) {
            return p.group(1) == null ? some.pValue(row.printed()) : some.pValue(row.printed(), test(p.group(1)));
        }
        CellSet part = part(row.quantity());
        return whole(row.quantity())
                .map(whole -> some.share(part.and(whole), whole, row.printed()))
                .orElseGet(() -> some.sum(part, row.printed()));
    }

    private CountTest test(String name) {
        List<CountTest> tests = CountTest.of(shape);
        return tests.stream()
                .filter(test -> Options.plain(test.toString()).equals(Options.plain(name)))
                .findFirst()
                .orElseThrow(() -> new InputException("'" + name + "' is no test of this table; there are " + tests));
    }

    /** Such as "odds ratio of column 1 in row 2 to row 1". */
    private Optional<CountMeasure> measure(String quantity) {
        Matcher matcher = MEASURE.matcher(quantity);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        CellSet of = cells(matcher.group(2));
        CellSet exposed = cells(matcher.group(3));
        CellSet others = cells(matcher.group(4));
        return Optional.of(
                switch (matcher.group(1)) {
                    case "risk ratio" -> CountMeasure.riskRatio(of.and(exposed), exposed, of.and(others), others);
                    case "odds ratio" -> CountMeasure.oddsRatio(of.and(exposed), exposed, of.and(others), others);
                    default -> CountMeasure.riskDifference(of.and(exposed), exposed, of.and(others), others);
                });
    }

    /** The cells that are not printed and that have one count alone. */
    List<ForcedCell> forced() {
        List<ForcedCell> forced = new ArrayList<>();
        for (int s = 1; s <= shape.strata(); s++) {
            for (int r = 1; r <= shape.rows(); r++) {
                for (int c = 1; c <= shape.columns(); c++) {
                    String name = "row " + r + " and column " + c + (shape.strata() == 1 ? "" : " and stratum " + s);
                    CellSet cell = cells(name);
                    boolean isPrinted = rows.stream()
                            .anyMatch(row -> CELLS.matcher(row.quantity()).lookingAt()
                                    && whole(row.quantity()).isEmpty()
                                    && part(row.quantity()).equals(cell));
                    if (!isPrinted) {
                        forced.addAll(
                                Forced.cell(name, rows, some -> tables(some).recovered(cell, Forced.MOST_STEPS)));
                    }
                }
            }
        }
        return forced;
    }

    private CountTables tables(List<PrintedRow> some) {
        CountTables found = CountTables.of(shape);
        for (PrintedRow row : some) {
            found = narrowed(found, row);
        }
        return found;
    }

    /** The cells before "of". */
    private CellSet part(String quantity) {
        int of = quantity.indexOf(OF);
        return cells(of < 0 ? quantity : quantity.substring(0, of));
    }

    /** Those behind it; empty where a sum is meant. */
    private Optional<CellSet> whole(String quantity) {
        int of = quantity.indexOf(OF);
        return of < 0 ? Optional.empty() : Optional.of(cells(quantity.substring(of + OF.length())));
    }

    private CellSet cells(String text) {
        if (text.strip().equals("n")) {
            return shape.all();
        }
        CellSet cells = shape.all();
        for (String part : text.split(" and ", -1)) {
            Matcher matcher = CELLS.matcher(part.strip());
            if (!matcher.matches()) {
                throw new InputException("'" + text.strip() + "' is not cells of a table; they are n, row 1, column 2,"
                        + " stratum 3, or several joined by 'and'");
            }
            int number = Integer.parseInt(matcher.group(2));
            cells = cells.and(
                    switch (matcher.group(1)) {
                        case "row" -> shape.row(number);
                        case "column" -> shape.column(number);
                        default -> shape.stratum(number);
                    });
        }
        return cells;
    }

    /** The value of a quantity over every table; POSSIBLE only where a table has it. */
    Finding value(String quantity) {
        Optional<CountMeasure> measure = measure(quantity);
        Optional<CellSet> whole = measure.isPresent() ? Optional.empty() : whole(quantity);
        Optional<PrintedRange> range = measure.or(
                        () -> whole.map(all -> CountMeasure.share(part(quantity).and(all), all)))
                .map(tables::bounds)
                .orElseGet(() -> tables.sums(part(quantity)));
        if (range.isEmpty()) {
            throw new InputException("no table agrees with the printed figures, or " + quantity + " is 0/0 in each");
        }
        Measure of = measure.map(CountMeasure::measure).orElse(whole.isPresent() ? Measure.PREVALENCE : Measure.COUNT);
        return Finding.overSet(
                EvidenceLevel.FEASIBLE_SET,
                of,
                range.get(),
                Convention.of(quantity + " over every table that agrees", ""),
                printed -> narrowed(
                                tables,
                                new PrintedRow(quantity, printed.toString(), Optional.empty(), Optional.empty()))
                        .isPossible());
    }
}
