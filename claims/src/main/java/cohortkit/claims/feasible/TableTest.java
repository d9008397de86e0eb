package cohortkit.claims.feasible;

import cohortkit.claims.FeasibleTables;
import cohortkit.claims.Printed;
import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import cohortkit.stats.table.ChiSquare;
import cohortkit.stats.table.Correction;
import cohortkit.stats.table.FisherExact;
import cohortkit.stats.table.LikelihoodRatioChiSquare;
import cohortkit.stats.table.TwoByTwo;
import cohortkit.stats.table.TwoSided;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The tests of a 2x2 table that a p-value may have come from, where a paper does not name its test.
 *
 * <pre>{@code
 * var table = FeasibleTables.ofMargins(56, 13, 51).agreeing(t -> t.a() == 9);
 * TableTest.thatPrint(table, "0.008")                      // {FISHER=1}
 * TableTest.FISHER.test(new TwoByTwo(9, 4, 42, 1)).pValue()   // 0.0083...
 * }</pre>
 */
public enum TableTest {
    /** Chi-square without correction. */
    PEARSON("Pearson chi-square", ChiSquare::test),
    /** Chi-square with Yates' correction. */
    YATES("chi-square with continuity correction", table -> ChiSquare.test(table, Correction.YATES)),
    /** The likelihood-ratio chi-square. */
    LIKELIHOOD_RATIO("likelihood-ratio chi-square", LikelihoodRatioChiSquare::test),
    /** Fisher's exact test, two-sided by minimum likelihood. */
    FISHER("Fisher exact", FisherExact::test),
    /** Fisher's exact test, twice the smaller tail. */
    FISHER_CENTRAL("Fisher exact, twice the smaller tail", table -> FisherExact.test(table, TwoSided.CENTRAL)),
    /** Fisher's test by mid-p. */
    FISHER_MID_P("Fisher mid-p", table -> FisherExact.test(table, TwoSided.MID_P));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a method
    private final Function<TwoByTwo, TestResult> test;

    TableTest(String label, Function<TwoByTwo, TestResult> test) {
        this.label = label;
        this.test = test;
    }

    /** The name in print, such as "Fisher exact". */
    public String label() {
        return label;
    }

    /** The test. */
    public TestResult test(TwoByTwo table) {
        return test.apply(table);
    }

    /** Whether the table's p-value may have been printed so; false with an empty margin. */
    public boolean prints(TwoByTwo table, Printed p) {
        boolean margins =
                table.exposed() > 0 && table.unexposed() > 0 && table.events() > 0 && table.events() < table.n();
        return margins && p.admits(test(table).pValue());
    }

    /** Whether one of several tests may have printed a p-value: a condition for {@link FeasibleTables#agreeing}. */
    public static Predicate<TwoByTwo> anyPrints(String p, TableTest... tests) {
        Printed printed = Printed.parse(p);
        List<TableTest> all = tests.length == 0 ? List.of(values()) : List.of(tests);
        return table -> all.stream().anyMatch(test -> test.prints(table, printed));
    }

    /**
     * The tests by which a printed p-value is possible, with how many of the tables print it so. One test alone: the authors
     * must have used it, or one that is not listed here.
     *
     * @throws InputException if there is no table
     */
    public static Map<TableTest, Long> thatPrint(FeasibleTables tables, String p) {
        if (tables.isEmpty()) {
            throw new InputException("there is no table whose p-value could be printed: " + tables);
        }
        Printed printed = Printed.parse(p);
        Map<TableTest, Long> found = new EnumMap<>(TableTest.class);
        for (TableTest test : values()) {
            long agreeing = tables.tables().stream()
                    .filter(table -> test.prints(table, printed))
                    .count();
            if (agreeing > 0) {
                found.put(test, agreeing);
            }
        }
        return found;
    }
}
