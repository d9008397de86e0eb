package cohortkit.stats.standardize;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Count;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Level;
import cohortkit.core.Measure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rate or prevalence that a study would have if its strata were as large as those of a standard population:
 * {@code sum(weight x rate) / sum(weight)}. Breslow and Day 1987, Statistical Methods in Cancer Research 2:52.
 *
 * <pre>{@code
 * var strata = List.of(new StandardStratum("young", 10, 5000, 0.7), new StandardStratum("old", 60, 4000, 0.3));
 * DirectStandardization.ofRates(strata).estimate()   // 0.00590 (95 % CI 0.00456 to 0.00758; gamma, Fay-Feuer)
 * var census = Map.of("female", 0.51, "male", 0.49);
 * DirectStandardization.ofPrevalence(patients, "rls", "sex", census).estimate()   // 13.7 % (95 % CI 10.0 to 17.4; Wald)
 * }</pre>
 */
public final class DirectStandardization {

    private final Measure measure;
    private final List<StandardStratum> strata;
    private final String denominator;

    private DirectStandardization(Measure measure, List<StandardStratum> strata, String denominator) {
        this.measure = measure;
        this.strata = List.copyOf(strata);
        this.denominator = denominator;
        if (!(total() > 0)) {
            throw new InputException("the standard weights of " + Count.of(strata.size(), "stratum", "strata")
                    + " add up to 0; give each stratum its size in the standard population");
        }
    }

    /** Of events per person-time, their counts being Poisson. */
    public static DirectStandardization ofRates(List<StandardStratum> strata) {
        return new DirectStandardization(Measure.RATE, strata, "");
    }

    /**
     * Of events among people, their counts being binomial.
     *
     * @throws InputException if a stratum has more events than people
     */
    public static DirectStandardization ofProportions(List<StandardStratum> strata) {
        for (StandardStratum stratum : strata) {
            if (stratum.events() > stratum.denominator()) {
                throw new InputException("stratum '" + stratum.label() + "' has " + stratum.events() + " events among "
                        + stratum.denominator() + " people; a proportion has at most one a person");
            }
        }
        return new DirectStandardization(Measure.PREVALENCE, strata, "");
    }

    /**
     * The prevalence of a binary variable's event among those in whom event and stratum are known.
     *
     * @param stratum a category
     * @param standard the standard's size of each level, by code
     * @throws InputException if a level that occurs has no weight, or a weighted level nobody
     */
    public static DirectStandardization ofPrevalence(
            Cohort cohort, String variable, String stratum, Map<String, Double> standard) {
        int[] events = cohort.events(variable);
        int[] groups = cohort.levels(stratum);
        List<Level> levels = cohort.variable(stratum).levels();
        long[] with = new long[levels.size()];
        long[] people = new long[levels.size()];
        long known = 0;
        for (int row = 0; row < events.length; row++) {
            if (events[row] >= 0 && groups[row] >= 0) {
                with[groups[row]] += events[row];
                people[groups[row]]++;
                known++;
            }
        }
        List<StandardStratum> strata = new ArrayList<>();
        Set<String> unknown = new LinkedHashSet<>(standard.keySet());
        for (int g = 0; g < people.length; g++) {
            String code = levels.get(g).code();
            unknown.remove(code);
            Double weight = standard.get(code);
            if (people[g] > 0 && weight == null) {
                throw new InputException("the standard has no weight for " + stratum + " = " + code + ", which "
                        + people[g] + " people have");
            }
            if (weight != null && weight > 0) {
                strata.add(new StandardStratum(stratum + " = " + code, with[g], (double) people[g], weight));
            }
        }
        if (!unknown.isEmpty()) {
            throw new InputException("the standard has weights for " + unknown + ", which are no levels of '" + stratum
                    + "'; there are " + levels);
        }
        return new DirectStandardization(
                Measure.PREVALENCE,
                strata,
                known + " of " + cohort.size() + " rows, complete in " + variable + " and " + stratum);
    }

    /** The standardized rate or prevalence. */
    public double value() {
        double sum = 0;
        for (StandardStratum stratum : strata) {
            sum += share(stratum) * stratum.rate();
        }
        return sum;
    }

    /** With Fay and Feuer's interval of a rate, or Wald's of a prevalence, at 95 %. */
    public Estimate estimate() {
        return estimate(measure == Measure.RATE ? DirectInterval.GAMMA : DirectInterval.WALD, Interval.DEFAULT_LEVEL);
    }

    /**
     * With an interval of choice.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate estimate(DirectInterval method, double level) {
        Interval interval = method.limits(this, Interval.requireLevel(level));
        double most = measure == Measure.RATE ? Double.POSITIVE_INFINITY : 1;
        return new Estimate(
                measure,
                value(),
                new Interval(interval.lower(), Math.min(most, interval.upper()), level),
                Convention.of("directly standardized, " + Count.of(strata.size(), "stratum", "strata"), method.label())
                        .withZeroCells(method.zeroCells(events()))
                        .withDenominator(denominator));
    }

    double variance() {
        double sum = 0;
        for (StandardStratum stratum : strata) {
            double share = share(stratum);
            double noise = measure == Measure.RATE ? 1 : 1 - stratum.rate();
            sum += share * share * (stratum.rate() / stratum.denominator()) * noise;
        }
        return sum;
    }

    /** The most that one event more can add. */
    double largestShare() {
        return strata.stream()
                .mapToDouble(stratum -> share(stratum) / stratum.denominator())
                .max()
                .orElse(0);
    }

    long events() {
        return strata.stream().mapToLong(StandardStratum::events).sum();
    }

    private double total() {
        return strata.stream().mapToDouble(StandardStratum::weight).sum();
    }

    private double share(StandardStratum stratum) {
        return stratum.weight() / total();
    }

    /** The estimate with its interval. */
    @Override
    public String toString() {
        return estimate().toString();
    }
}
