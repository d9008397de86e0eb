package cohortkit.claims.feasible;

import cohortkit.claims.FeasibleTables;
import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A row for each person of a table that agrees with what a paper prints. The rows are invented, only their totals are
 * evidence: each row and the codebook say {@value #LABEL}. The same seed gives the same rows.
 *
 * <pre>{@code
 * var tables = FeasibleTables.of(333,
 *         Constraint.of(Quantity.EXPOSED_SHARE, "14%"),
 *         Constraint.of(Quantity.RISK_EXPOSED, "35%"),
 *         Constraint.of(Quantity.RISK_UNEXPOSED, "16%"));
 * var invented = ReconstructedCohort.oneOf(tables, 2005);
 * invented.size()                                                              // 333
 * tables.tables().contains(TwoByTwo.of(invented, "exposure", "outcome"))       // true
 * }</pre>
 */
public final class ReconstructedCohort {

    /** What every row, sheet and file name of such data says. */
    public static final String LABEL = "reconstructed from published totals";

    private static final int MOST = 1_000_000;

    private ReconstructedCohort() {}

    /**
     * The people of one of the tables, drawn evenly.
     *
     * @throws InputException if there is no table, or it holds more than 1,000,000 people
     */
    public static Cohort oneOf(FeasibleTables tables, long seed) {
        if (tables.isEmpty()) {
            throw new InputException("nothing can be reconstructed: " + tables);
        }
        return of(tables.tables().get(new SplittableRandom(seed).nextInt(tables.size())), seed);
    }

    /**
     * The people of one of the tables, drawn evenly.
     *
     * @throws InputException if there is no table, there are more than 5,000,000, or they hold more than 1,000,000 people
     */
    public static Cohort oneOf(CountTables tables, long seed) {
        List<long[]> all = tables.counts();
        if (all.isEmpty()) {
            throw new InputException("nothing can be reconstructed: no table agrees with the printed figures");
        }
        return of(tables.shape(), all.get(new SplittableRandom(seed).nextInt(all.size())), seed);
    }

    /** The people of a table, with the binary variables {@code exposure} and {@code outcome}. */
    public static Cohort of(TwoByTwo table, long seed) {
        Variable exposure = Variable.binary("exposure", "Exposed");
        Variable outcome = Variable.binary("outcome", "Outcome");
        // Exposed and event are the first row and column of a table, and the second level of a variable.
        return invented(List.of(outcome, exposure), new long[] {table.d(), table.c(), table.b(), table.a()}, seed);
    }

    /**
     * The people of a table of any size, with the categories {@code row} and {@code column}, and {@code stratum} where
     * there are several; their levels are 1, 2, ...
     *
     * @param counts row by row, stratum by stratum
     * @throws InputException if the counts are not those of the shape, or more than 1,000,000 people
     */
    public static Cohort of(TableShape shape, long[] counts, long seed) {
        if (counts.length != shape.size()) {
            throw new InputException(shape + " has " + shape.size() + " counts; there are " + counts.length);
        }
        List<Variable> variables = new ArrayList<>();
        variables.add(category("column", shape.columns()));
        variables.add(category("row", shape.rows()));
        if (shape.strata() > 1) {
            variables.add(category("stratum", shape.strata()));
        }
        return invented(variables, counts, seed);
    }

    private static Variable category(String name, int levels) {
        return Variable.category(
                name,
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " of the table",
                IntStream.rangeClosed(1, levels)
                        .mapToObj(level -> Level.of(Integer.toString(level)))
                        .toArray(Level[]::new));
    }

    /** The first variable changes fastest from count to count. */
    private static Cohort invented(List<Variable> variables, long[] counts, long seed) {
        int[] cells = shuffled(counts, seed);
        StringColumn person = StringColumn.create("person");
        StringColumn origin = StringColumn.create("origin");
        List<StringColumn> columns = new ArrayList<>();
        variables.forEach(variable -> columns.add(StringColumn.create(variable.name())));
        for (int i = 0; i < cells.length; i++) {
            person.append(Integer.toString(i + 1));
            int rest = cells[i];
            for (int v = 0; v < columns.size(); v++) {
                List<Level> levels = variables.get(v).levels();
                columns.get(v).append(levels.get(rest % levels.size()).code());
                rest /= levels.size();
            }
            origin.append(LABEL);
        }
        List<Variable> all = new ArrayList<>();
        all.add(Variable.identifier("person", "Number of the invented person"));
        Table table = Table.create(LABEL, person);
        for (int v = columns.size() - 1; v >= 0; v--) {
            all.add(variables.get(v).withNote(LABEL));
            table.addColumns(columns.get(v));
        }
        all.add(Variable.text("origin", "Where the row comes from")
                .withNote("the rows are " + LABEL + " and invented"));
        table.addColumns(origin);
        return Cohort.of(table, Codebook.of(all));
    }

    /** The cell of each person, in an order of chance. */
    private static int[] shuffled(long[] counts, long seed) {
        long people = 0;
        for (long count : counts) {
            people += Math.min(count, MOST);
            if (count < 0 || people > MOST) {
                throw new InputException("a reconstruction has a row for each of at most " + MOST
                        + " people; the table has more, or a count below 0");
            }
        }
        int[] cells = new int[(int) people];
        int at = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            for (long k = 0; k < counts[cell]; k++) {
                cells[at++] = cell;
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = cells.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = cells[i];
            cells[i] = cells[j];
            cells[j] = swapped;
        }
        return cells;
    }
}
