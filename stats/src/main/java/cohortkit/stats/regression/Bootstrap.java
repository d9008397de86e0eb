package cohortkit.stats.regression;

import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.stats.Tidy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A fit repeated on rows, or whole clusters, that are drawn again with replacement. Each replicate has its own random
 * numbers, whose seed is drawn from the given one in order, so that the replicates are the same bits for any number of threads. A
 * bootstrap interval has no p-value here: none would be of the same method.
 *
 * <pre>{@code
 * var smokers = Logistic.fit("low ~ smoke", births);
 * var bootstrap = Bootstrap.of(smokers, 2000, 1);
 * bootstrap.ratio("smoke[1]", BootstrapInterval.BCA).value()   // 2.0219435...
 * bootstrap.replicates()                                       // 2000
 * }</pre>
 */
public final class Bootstrap {

    /** Of the replicates that may have no finite estimate. */
    private static final double MOST_LOST = 0.05;

    private final Fit fit;
    private final Optional<StratifiedFit> strata;
    private final long seed;
    private final int asked;
    private final String units;
    private final double[][] replicates;
    private final double[][] influence;

    private Bootstrap(
            Fit fit,
            Optional<StratifiedFit> strata,
            Resampling resampling,
            int asked,
            long seed,
            IntConsumer progress) {
        this.fit = fit;
        this.strata = strata;
        this.seed = seed;
        this.asked = asked;
        this.units = resampling.units();
        this.replicates = draw(resampling, progress);
        this.influence = resampling.influence();
        if (replicates.length < (1 - MOST_LOST) * asked) {
            throw new InputException((asked - replicates.length) + " of " + asked
                    + " bootstrap replicates have no finite estimate; limits from the others would be too narrow. Ask"
                    + " for profile or penalized limits");
        }
    }

    /**
     * Draws rows.
     *
     * @param replicates how many times, from 100; 2,000 or more for limits
     * @param seed makes the same numbers again
     * @throws InputException if more than 5 % of the replicates have no finite estimate, or the weights are frequencies
     *     of people, whose rows are not the people
     */
    public static Bootstrap of(Fit fit, int replicates, long seed) {
        return of(fit, replicates, seed, drawn -> {});
    }

    /**
     * Draws rows, as {@link #of(Fit, int, long)} does, and tells how far it is.
     *
     * @param progress hears how many replicates are drawn, on the threads that draw them
     */
    public static Bootstrap of(Fit fit, int replicates, long seed, IntConsumer progress) {
        return new Bootstrap(fit, Optional.empty(), Resampling.ofRows(fit), require(replicates), seed, progress);
    }

    /**
     * Draws rows within each stratum, as many as it has, and tells how far it is. Replicates in which a stratum has lost
     * all its information count as those without a finite estimate.
     *
     * @throws InputException as {@link #of(Fit, int, long)} does, which many small strata lead to
     */
    public static Bootstrap of(StratifiedFit within, int replicates, long seed, IntConsumer progress) {
        Resampling rows = within.drawnWithin(Resampling.ofRows(within.whole()));
        return new Bootstrap(within.whole(), Optional.of(within), rows, require(replicates), seed, progress);
    }

    /**
     * Draws whole clusters within each stratum and tells how far it is.
     *
     * @throws InputException as {@link #of(StratifiedFit, int, long, IntConsumer)} does, or if a cluster lies in several strata
     */
    public static Bootstrap ofClusters(
            StratifiedFit within, String cluster, int replicates, long seed, IntConsumer progress) {
        Resampling clusters = within.drawnWithin(Resampling.ofClusters(within.whole(), cluster));
        return new Bootstrap(within.whole(), Optional.of(within), clusters, require(replicates), seed, progress);
    }

    /**
     * Draws whole clusters, named by a variable.
     *
     * @throws InputException as {@link #of(Fit, int, long)} does, or if a cluster is missing
     */
    public static Bootstrap ofClusters(Fit fit, String cluster, int replicates, long seed) {
        return ofClusters(fit, cluster, replicates, seed, drawn -> {});
    }

    /** Draws whole clusters and tells how far it is. */
    public static Bootstrap ofClusters(Fit fit, String cluster, int replicates, long seed, IntConsumer progress) {
        return new Bootstrap(
                fit, Optional.empty(), Resampling.ofClusters(fit, cluster), require(replicates), seed, progress);
    }

    private static int require(int replicates) {
        if (replicates < 100) {
            throw new InputException(replicates + " bootstrap replicates say nothing of limits; ask for 100 or more");
        }
        return replicates;
    }

    private double[][] draw(Resampling resampling, IntConsumer progress) {
        // Seeds that are as far apart as a generator's own step would give every replicate the draws of the one before.
        long[] seeds = new SplittableRandom(seed).longs(asked).toArray();
        double[][] drawn = new double[asked][];
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, asked).parallel().forEach(i -> {
            drawn[i] = resampling.estimates(new SplittableRandom(seeds[i]));
            progress.accept(done.incrementAndGet());
        });
        return Arrays.stream(drawn).filter(estimates -> estimates.length > 0).toArray(double[][]::new);
    }

    /** The fit to all rows; within strata, that with their intercepts. */
    public Fit fit() {
        return fit;
    }

    /** The fit within strata, if the draws are within them. */
    Optional<StratifiedFit> strata() {
        return strata;
    }

    /** What a reader of the fit should know. */
    public List<String> notes() {
        return strata.map(StratifiedFit::notes).orElseGet(fit::notes);
    }

    /** How many replicates have an estimate. */
    public int replicates() {
        return replicates.length;
    }

    /** What makes the same numbers again. */
    public long seed() {
        return seed;
    }

    /** A term's replicates on the scale of the link, in the order in which they were drawn. */
    public double[] values(String term) {
        int j = fit.position(term);
        return Arrays.stream(replicates).mapToDouble(estimates -> estimates[j]).toArray();
    }

    /** The standard deviation of a term's replicates. */
    public double standardError(String term) {
        double[] values = values(term);
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(t -> (t - mean) * (t - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    /** A coefficient on the scale of the link; its level is that of the fit. */
    public Estimate estimate(String term, BootstrapInterval method) {
        return new FitEstimates(fit).estimate(tidy(term, method), reference(term));
    }

    /** The same as a ratio. */
    public Estimate ratio(String term, BootstrapInterval method) {
        return new FitEstimates(fit).ratio(tidy(term, method), reference(term));
    }

    /** One row a term, without statistic and p-value. */
    public List<Tidy> tidy(BootstrapInterval method) {
        return strata.map(StratifiedFit::terms).orElseGet(fit::terms).stream()
                .map(term -> tidy(term, method))
                .toList();
    }

    private String reference(String term) {
        return fit.estimate(term).convention().reference();
    }

    private Tidy tidy(String term, BootstrapInterval method) {
        int j = fit.position(term);
        double estimate = fit.tidy().get(j).estimate();
        BootstrapLimits limits = new BootstrapLimits(values(term));
        double[] both = method == BootstrapInterval.BCA
                ? limits.accelerated(estimate, influence[j], fit.level())
                : limits.percentile(fit.level());
        double none = Double.NaN;
        String label = method.label() + " of " + replicates.length + " replicates of " + units + ", seed " + seed;
        return new Tidy(term, estimate, standardError(term), none, none, both[0], both[1], label);
    }

    /** The table of {@link Fit#toString} with these limits, and without p-values. */
    public String toText(BootstrapInterval method) {
        return new FitText(this, method).toString();
    }

    /** What was drawn, and how many replicates had no estimate. */
    @Override
    public String toString() {
        String lost = replicates.length == asked ? "" : "; " + (asked - replicates.length) + " without finite estimate";
        return replicates.length + " bootstrap replicates of " + units + ", seed " + seed + lost;
    }
}
