package cohortkit.core;

import java.util.function.Consumer;

/**
 * A cohort that is read a part at a time, as often as asked, because it need not fit the memory.
 *
 * <pre>{@code
 * Logistic.fit("low ~ age + smoke", CohortParts.of(births)).oddsRatio("smoke[1]") // 2.00 (95 % CI 1.06 to 3.75; Wald)
 * }</pre>
 */
public interface CohortParts {

    /** What the columns mean, in every part. */
    Codebook codebook();

    /** Hands over the parts one after the other, the same ones each time. */
    void forEach(Consumer<Cohort> reader);

    /** A cohort in memory as its only part. */
    static CohortParts of(Cohort whole) {
        return new CohortParts() {
            @Override
            public Codebook codebook() {
                return whole.codebook();
            }

            @Override
            public void forEach(Consumer<Cohort> reader) {
                reader.accept(whole);
            }
        };
    }
}
