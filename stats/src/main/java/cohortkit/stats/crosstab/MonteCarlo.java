package cohortkit.stats.crosstab;

import cohortkit.core.InputException;

/**
 * How many random tables to draw, and from which seed: the same seed gives the same tables on every machine.
 *
 * <pre>{@code
 * MonteCarlo.DEFAULT             // 10000 tables, seed 1
 * new MonteCarlo(50_000, 2008)   // 50000 tables, seed 2008
 * }</pre>
 *
 * @param tables how many, from 1 to 10^9
 * @param seed any number
 */
public record MonteCarlo(long tables, long seed) {

    /** As many tables as SAS draws, from the seed 1. */
    public static final MonteCarlo DEFAULT = new MonteCarlo(10_000, 1);

    private static final long MOST = 1_000_000_000;

    /** Checks the number of tables. */
    public MonteCarlo {
        if (tables < 1 || tables > MOST) {
            throw new InputException("a simulation needs 1 to 10^9 tables; was " + tables);
        }
    }

    /** Such as "10000 tables, seed 1". */
    @Override
    public String toString() {
        return tables + " tables, seed " + seed;
    }
}
