package cohortkit.stats.regression.effects;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.ModelRows;
import cohortkit.stats.regression.Weights;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * An adjusted effect in resampled people: each time as many as there are are drawn with replacement, the model is fitted
 * to them, and the effect is standardized to them. The seed decides everything: the same seed gives the same bits, on
 * any number of threads. Draws in which the model has no fit (an empty level, separation) are counted and left out.
 *
 * <pre>{@code
 * var resampled = EffectBootstrap.of(AdjustedEffect.of(fit, "rls"), 200, 1);
 * resampled.replicates() + resampled.failed()           // 200
 * resampled.ratio(ResamplingInterval.BCA).value()   // 2.1699868...
 * }</pre>
 */
public final class EffectBootstrap {

    private static final String COUNT = ".resampled";

    private final AdjustedEffect effect;
    private final long seed;
    private final int drawn;
    private final AdjustedEffect[] resampled;
    private final ModelRows rows;
    private final double[] weights;

    private EffectBootstrap(AdjustedEffect effect, int replicates, long seed) {
        this.effect = effect;
        this.seed = seed;
        this.drawn = replicates;
        this.rows = effect.fit().rows();
        this.weights = rows.weights();
        this.resampled = new SplittableRandom(seed)
                .longs(replicates).boxed().toList().parallelStream()
                        .map(this::resample)
                        .flatMap(Optional::stream)
                        .toArray(AdjustedEffect[]::new);
        if (resampled.length < 2) {
            throw new InputException("the model could not be fitted to " + (drawn - resampled.length) + " of " + drawn
                    + " resamples; there is nothing to make limits of");
        }
    }

    /**
     * Resamples an effect in the people of its fit.
     *
     * @param replicates how often, such as 2000
     * @param seed any number
     */
    public static EffectBootstrap of(AdjustedEffect effect, int replicates, long seed) {
        if (replicates < 2) {
            throw new InputException("a bootstrap needs at least 2 replicates, better 1000; was " + replicates);
        }
        if (effect.isStandardizedElsewhere()) {
            throw new InputException("an effect in other people than those of the fit cannot be resampled; "
                    + "resample it before in(cohort)");
        }
        return new EffectBootstrap(effect, replicates, seed);
    }

    private Optional<AdjustedEffect> resample(long ownSeed) {
        SplittableRandom random = new SplittableRandom(ownSeed);
        double[] bounds = weights.clone();
        Arrays.parallelPrefix(bounds, Double::sum);
        long people = (long) bounds[bounds.length - 1];
        double[] counts = new double[weights.length];
        for (long i = 0; i < people; i++) {
            int found = Arrays.binarySearch(bounds, (double) random.nextLong(people));
            counts[found >= 0 ? found + 1 : -found - 1]++;
        }
        try {
            return Optional.of(refit(counts));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private AdjustedEffect refit(double[] counts) {
        Cohort cohort = rows.attach(Map.of(COUNT, counts));
        Fit fit = effect.fit().model().with(Weights.frequency(COUNT)).fit(cohort);
        return effect.under(fit);
    }

    /** How many resamples the limits rest on. */
    public int replicates() {
        return resampled.length;
    }

    /** In how many the model had no fit. */
    public int failed() {
        return drawn - resampled.length;
    }

    /** The mean of everybody exposed. */
    public Estimate exposed(ResamplingInterval method) {
        return estimate(method, AdjustedEffect::exposed);
    }

    /** The mean of nobody exposed. */
    public Estimate unexposed(ResamplingInterval method) {
        return estimate(method, AdjustedEffect::unexposed);
    }

    /** The ratio of the means. */
    public Estimate ratio(ResamplingInterval method) {
        return estimate(method, AdjustedEffect::ratio);
    }

    /** The difference of the means. */
    public Estimate difference(ResamplingInterval method) {
        return estimate(method, AdjustedEffect::difference);
    }

    private Estimate estimate(ResamplingInterval method, Function<AdjustedEffect, Estimate> quantity) {
        ToDoubleFunction<AdjustedEffect> value = e -> quantity.apply(e).value();
        Estimate point = quantity.apply(effect);
        double[] values = Arrays.stream(resampled).mapToDouble(value).toArray();
        double acceleration = method == ResamplingInterval.BCA ? acceleration(value) : 0;
        double level = effect.fit().level();
        double lower = method.limit((1 - level) / 2, values, point.value(), acceleration);
        double upper = method.limit((1 + level) / 2, values, point.value(), acceleration);
        String label = method.label() + ", " + replicates() + " of " + drawn + " resamples, seed " + seed;
        return new Estimate(
                point.measure(),
                point.value(),
                Double.isNaN(lower) || Double.isNaN(upper) ? Interval.none() : new Interval(lower, upper, level),
                point.convention().withInterval(label));
    }

    /** From the values without each person in turn: sum d^3 / (6 (sum d^2)^(3/2)), d from their mean downwards. */
    private double acceleration(ToDoubleFunction<AdjustedEffect> value) {
        double[] without = IntStream.range(0, weights.length)
                .parallel()
                .mapToDouble(i -> {
                    double[] fewer = weights.clone();
                    fewer[i]--;
                    return value.applyAsDouble(refit(fewer));
                })
                .toArray();
        double people = 0;
        double mean = 0;
        for (int i = 0; i < without.length; i++) {
            people += weights[i];
            mean += weights[i] * without[i];
        }
        mean /= people;
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < without.length; i++) {
            double d = mean - without[i];
            squares += weights[i] * d * d;
            cubes += weights[i] * d * d * d;
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    /** Such as "2000 resamples, 3 without a fit, seed 1". */
    @Override
    public String toString() {
        return drawn + " resamples, " + failed() + " without a fit, seed " + seed;
    }
}
