package cohortkit.stats.standardize;

import cohortkit.core.InputException;

/**
 * One stratum of a study beside a standard population.
 *
 * <pre>{@code
 * new StandardStratum("65 to 74", 76, 5882, 0.09).rate()   // 0.0129207...
 * }</pre>
 *
 * @param label the stratum's name
 * @param events events in the study, 0 or more
 * @param denominator people or person-time in the study, above 0
 * @param weight the stratum's size in the standard population, 0 or more, in any unit
 */
public record StandardStratum(String label, long events, double denominator, double weight) {

    /** Checks the numbers. */
    public StandardStratum {
        if (events < 0) {
            throw new InputException("stratum '" + label + "' needs 0 or more events; has " + events);
        }
        if (!(denominator > 0 && Double.isFinite(denominator))) {
            throw new InputException("stratum '" + label + "' needs people or person-time above 0; has " + denominator
                    + "; join it with another stratum");
        }
        if (!(weight >= 0 && Double.isFinite(weight))) {
            throw new InputException("stratum '" + label + "' needs a standard weight of 0 or more; has " + weight);
        }
    }

    /** events / denominator. */
    public double rate() {
        return events / denominator;
    }
}
