package cohortkit.claims;

import cohortkit.core.Reads;

/**
 * What answers a figure, and says what it reads: it asks cohorts that are {@link cohortkit.core.Cohort#readBy read by} what it
 * is given, so that {@link Study#why} knows rows and cells.
 *
 * <pre>{@code
 * Computation ratio = reads -> Finding.fromRows(TwoByTwo.of(births.readBy(reads), "smoke", "low").riskRatio());
 * ratio.of(new Reads()).text()   // "1.61 (95 % CI 1.06 to 2.44; log Wald)"
 * }</pre>
 */
@FunctionalInterface
public interface Computation {

    /** Computes. */
    Finding of(Reads reads);
}
