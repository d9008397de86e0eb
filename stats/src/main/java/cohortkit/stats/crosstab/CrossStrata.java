package cohortkit.stats.crosstab;

import cohortkit.core.Cohort;
import cohortkit.core.Count;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.stats.table.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same two categories in several strata.
 *
 * <pre>{@code
 * var bySmoking = CrossStrata.of(births, "race", "low", "smoke");
 * GeneralizedMantelHaenszel.GENERAL_ASSOCIATION.test(bySmoking)   // Mantel-Haenszel, general association: 9.41, df 2...
 * bySmoking.crude().n()                                           // 189
 * }</pre>
 *
 * @param variable the stratifying variable; empty for bare counts
 * @param tables each stratum's table by its label, at least one, all of one size
 * @param leftOut people left out because a variable is missing
 */
public record CrossStrata(String variable, Map<String, CrossTable> tables, long leftOut) {

    /** Checks that there is a stratum, and that all have as many rows and columns. */
    public CrossStrata {
        tables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        if (tables.isEmpty()) {
            throw new InputException("a stratified analysis needs at least one stratum; there is none");
        }
        List<String> sizes = tables.values().stream()
                .map(t ->
                        t.rows().levels().size() + " x " + t.columns().levels().size())
                .distinct()
                .toList();
        if (sizes.size() > 1) {
            throw new InputException("all strata need as many rows and columns; there are " + String.join(", ", sizes));
        }
    }

    /** Strata of bare counts, labelled 1, 2, ... */
    public static CrossStrata of(CrossTable... tables) {
        Map<String, CrossTable> strata = new LinkedHashMap<>();
        for (CrossTable table : tables) {
            strata.put(Integer.toString(strata.size() + 1), table);
        }
        return new CrossStrata("", strata, 0);
    }

    /**
     * One stratum for each level of a category, in the codebook's order; levels without complete rows are left out.
     *
     * @throws InputException if rows or columns are no category, or the stratum is none
     */
    public static CrossStrata of(Cohort cohort, String row, String column, String stratum) {
        return of(cohort, CrossTabulation.of(cohort, row, column), stratum);
    }

    /** The same where each row of the cohort stands for {@code frequency} people. */
    public static CrossStrata of(Cohort cohort, String row, String column, String stratum, String frequency) {
        return of(cohort, CrossTabulation.of(cohort, row, column, frequency), stratum);
    }

    private static CrossStrata of(Cohort cohort, CrossTabulation tabulation, String stratum) {
        int[] groups = cohort.levels(stratum);
        List<Level> levels = cohort.variable(stratum).levels();
        Map<String, CrossTable> strata = new LinkedHashMap<>();
        long leftOut = tabulation.without(groups);
        for (int g = 0; g < levels.size(); g++) {
            CrossTable table = tabulation.table(groups, g);
            leftOut = Math.addExact(leftOut, table.leftOut());
            if (table.n() > 0) {
                strata.put(levels.get(g).label(), table);
            }
        }
        if (strata.isEmpty()) {
            throw new InputException("no row has both categories and '" + stratum + "' at once; there is no stratum");
        }
        return new CrossStrata(stratum, strata, leftOut);
    }

    /** All strata as one table: the crude analysis of the same people. */
    public CrossTable crude() {
        CrossTable first = tables.values().iterator().next();
        long[][] sum =
                new long[first.rows().levels().size()][first.columns().levels().size()];
        for (CrossTable table : tables.values()) {
            for (int i = 0; i < sum.length; i++) {
                for (int j = 0; j < sum[i].length; j++) {
                    sum[i][j] = Math.addExact(sum[i][j], table.count(i, j));
                }
            }
        }
        return new CrossTable(
                CrossTable.fromCounts(first.rows(), first.columns(), sum).counts(),
                first.rows(),
                first.columns(),
                leftOut);
    }

    /**
     * The crude tests and the Mantel-Haenszel tests that can be made, a row each, with the scores 0, 1, 2, ...
     *
     * @param level coverage in (0, 1), for example 0.95
     * @param sampling how the crude exact test is simulated where it is out of reach
     */
    public List<TableRow> measures(double level, MonteCarlo sampling) {
        List<TableRow> rows = new ArrayList<>();
        for (TableRow row : crude().measures(level, sampling)) {
            rows.add(new TableRow(
                    "crude " + row.measure(),
                    row.method(),
                    row.estimate(),
                    row.confLow(),
                    row.confHigh(),
                    row.statistic(),
                    row.pValue()));
        }
        for (GeneralizedMantelHaenszel test : GeneralizedMantelHaenszel.values()) {
            if (test.isPossible(this)) {
                rows.add(TableRow.of("adjusted association", test.test(this)));
            }
        }
        return List.copyOf(rows);
    }

    /** A title, then each stratum's table. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(Count.of(tables.size(), "stratum", "strata").toString());
        text.append(variable.isEmpty() ? "" : " of " + variable)
                .append(", n = ")
                .append(crude().n());
        tables.forEach((label, table) -> text.append("\n\n")
                .append(variable.isEmpty() ? label : variable + " = " + label)
                .append(", ")
                .append(table));
        return text.toString();
    }
}
