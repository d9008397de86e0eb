package cohortkit.stats.crosstab;

import cohortkit.core.Convention;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.TestResult;
import cohortkit.stats.table.FisherExact;
import cohortkit.stats.table.TwoByTwo;
import java.util.OptionalDouble;

/**
 * The exact test of independence in a table of any size: the chance, given all margins, of a table no likelier than the
 * observed one, ties within a relative 1e-7. Freeman and Halton 1951, Biometrika 38:141; found by the network of Mehta and
 * Patel 1983, J Am Stat Assoc 78:427. The exact p takes at most 50 million steps (seconds); beyond them it is simulated.
 *
 * <pre>{@code
 * var smoking = CrossTable.fromCounts(new long[][] {{3, 10, 4}, {7, 5, 9}});
 * FisherFreemanHalton.test(smoking)                         // Fisher-Freeman-Halton: p = 0.102
 * FisherFreemanHalton.simulate(smoking, MonteCarlo.DEFAULT) // 0.101 (99 % CI 0.093 to 0.109; Clopper-Pearson)
 * }</pre>
 */
public final class FisherFreemanHalton {

    static final String NAME = "Fisher-Freeman-Halton";

    private static final double SIMULATION_LEVEL = 0.99;
    private static final double TIES = Math.log1p(1e-7);
    private static final long LIMIT = 1_000_000_000_000_000L;

    private FisherFreemanHalton() {}

    /**
     * The exact test. Where only one table has these margins, p is 1; below 1e-308 it is 0.
     *
     * @throws InputException if it would take more than 50 million steps
     */
    public static TestResult test(CrossTable table) {
        double p = exact(table)
                .orElseThrow(() -> new InputException(NAME + " would take more than 50 million steps for this table of "
                        + table.n() + " people; simulate it, such as FisherFreemanHalton.pValue(table,"
                        + " MonteCarlo.DEFAULT)"));
        return new TestResult(NAME, Double.NaN, Double.NaN, p);
    }

    /** The exact p-value, which has no interval, or beyond 50 million steps the simulated one, which has. */
    public static Estimate pValue(CrossTable table, MonteCarlo sampling) {
        OptionalDouble exact = exact(table);
        if (exact.isEmpty()) {
            return simulate(table, sampling);
        }
        Convention convention = Convention.of(NAME + ", exact", "").withDenominator(table.denominator());
        return Estimate.withoutInterval(Measure.P_VALUE, exact.getAsDouble(), convention);
    }

    /**
     * The p-value from random tables with the observed margins: {@code (hits + 1) / (tables + 1)}, with the 99 %
     * Clopper-Pearson interval of the hits. Its convention names the tables, the seed and the standard error.
     *
     * @throws InputException if the table holds more than 10^15 people
     */
    public static Estimate simulate(CrossTable table, MonteCarlo sampling) {
        long[][] counts = table.filled();
        long hits = sampling.tables();
        if (table.filledRows() > 1 && table.filledColumns() > 1) {
            if (table.n() > LIMIT) {
                throw new InputException("exact methods take tables of up to 10^15 people; this one has " + table.n());
            }
            RandomTable random = new RandomTable(counts, sampling.seed());
            double bound = random.logWeight(counts) + TIES;
            hits = 0;
            for (long i = 0; i < sampling.tables(); i++) {
                hits += random.logWeight(random.next()) <= bound ? 1 : 0;
            }
        }
        double value = (hits + 1.0) / (sampling.tables() + 1.0);
        double error = Math.sqrt(value * (1 - value) / sampling.tables());
        Interval interval = new Proportion(hits, sampling.tables())
                .estimate(ProportionInterval.CLOPPER_PEARSON, SIMULATION_LEVEL)
                .interval();
        Convention convention = Convention.of(
                        NAME + ", Monte Carlo, " + sampling + ", standard error " + DisplayNumber.significant(error, 2),
                        "Clopper-Pearson")
                .withDenominator(table.denominator());
        return new Estimate(Measure.P_VALUE, value, interval, convention);
    }

    private static OptionalDouble exact(CrossTable table) {
        long[][] counts = table.filled();
        if (table.filledRows() < 2 || table.filledColumns() < 2) {
            return OptionalDouble.of(1);
        }
        if (counts.length == 2 && counts[0].length == 2) {
            TwoByTwo small = new TwoByTwo(counts[0][0], counts[0][1], counts[1][0], counts[1][1]);
            return OptionalDouble.of(FisherExact.test(small).pValue());
        }
        return new Network(counts).pValue(TIES);
    }
}
