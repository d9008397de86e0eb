package cohortkit.claims.files;

import cohortkit.claims.EvidenceLevel;
import cohortkit.claims.Finding;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.feasible.CellSet;
import cohortkit.claims.feasible.CountMeasure;
import cohortkit.claims.feasible.CountTables;
import cohortkit.claims.feasible.TableShape;
import cohortkit.core.Convention;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a paper prints of a table of any size, such as {@code row 2 of n} or {@code row 3 of column 1}: cells alone are a sum,
 * cells of cells the share of the former among the latter.
 *
 * @param shape its rows, columns and strata
 * @param tables those that agree
 */
record PrintedTable(TableShape shape, CountTables tables) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,4}) *x *(\\d{1,4})(?: *x *(\\d{1,4}))?");
    private static final Pattern CELLS = Pattern.compile("(row|column|stratum) +(\\d{1,4})");
    private static final String OF = " of ";

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
        return new PrintedTable(whole, CountTables.of(whole));
    }

    /** The same with one more printed number. */
    PrintedTable with(String quantity, String printed) {
        return new PrintedTable(shape, narrowed(quantity, printed));
    }

    private CountTables narrowed(String quantity, String printed) {
        return whole(quantity)
                .map(whole -> tables.share(part(quantity).and(whole), whole, printed))
                .orElseGet(() -> tables.sum(part(quantity), printed));
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
        Optional<CellSet> whole = whole(quantity);
        Optional<PrintedRange> range = whole.isPresent()
                ? tables.bounds(CountMeasure.share(part(quantity).and(whole.get()), whole.get()))
                : tables.sums(part(quantity));
        if (range.isEmpty()) {
            throw new InputException("no table agrees with the printed figures, or " + quantity + " is 0/0 in each");
        }
        return Finding.overSet(
                EvidenceLevel.FEASIBLE_SET,
                whole.isPresent() ? Measure.PREVALENCE : Measure.COUNT,
                range.get(),
                Convention.of(quantity + " over every table that agrees", ""),
                printed -> narrowed(quantity, printed.toString()).isPossible());
    }
}
