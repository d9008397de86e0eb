package cohortkit.stats.regression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The highest maximum of a likelihood of patterns while one coefficient is held. A penalized likelihood of a separated
 * outcome may have several, one for each way to put the dividing plane: far from the estimate each known one is followed,
 * and others are looked for from starts with one of the other coefficients halved or doubled.
 */
final class Peaks {

    /** In standard errors from the estimate; nearer by a quadratic likelihood has its limits. */
    private static final double FAR = 2.2;

    private static final int MOST_KNOWN = 4;

    private static final int MOST_STEPS = 5000;

    /** Of a look: one that leads to a peak does it in fewer. */
    private static final int FEW_STEPS = 500;

    /** Share of the way from the estimate after which one looks again. */
    private static final double NEXT = 0.1;

    /** Deviances that differ by less are those of one peak. */
    private static final double SAME = 1e-7;

    /** Patterns times fourth power of the terms up to which one looks for others: about a second a fit. */
    private static final double MOST_WORK = 60_000;

    private static final double[] FACTORS = {0.5, 2, -1};

    private final PatternLikelihood likelihood;
    private final Subspace space;
    private final double estimate;
    private final double near;
    private List<double[]> known;
    private double last;
    private double looked;

    /** Of a likelihood with one peak. */
    Peaks(PatternLikelihood likelihood, Subspace space) {
        this(likelihood, space, 0, Double.POSITIVE_INFINITY);
    }

    /** Of one that has one peak near an estimate. */
    Peaks(PatternLikelihood likelihood, Subspace space, double estimate, double standardError) {
        this.likelihood = likelihood;
        this.space = space;
        this.estimate = estimate;
        this.near = FAR * standardError;
        this.looked = estimate;
        this.known = List.of(likelihood.start(space, 0));
    }

    List<double[]> known() {
        return known;
    }

    /** The highest maximum with the coefficient at this value. */
    Peak highest(double value) {
        if (Math.abs(value - estimate) <= near) {
            Peak peak = one(value);
            known = List.of(peak.coefficients());
            last = value;
            return peak;
        }
        List<Peak> found = new ArrayList<>();
        for (double[] start : known) {
            reach(value, start).ifPresent(peak -> add(found, peak));
            reach(value, times(start, value / last)).ifPresent(peak -> add(found, peak));
        }
        if (found.isEmpty()) {
            add(found, one(value));
        }
        look(value, found);
        known = found.stream().limit(MOST_KNOWN).map(Peak::coefficients).toList();
        last = value;
        return found.get(0);
    }

    private Peak one(double value) {
        return reach(value, known.get(0))
                .orElseGet(() -> likelihood.maximize(space, value, likelihood.start(space, value)));
    }

    private Optional<Peak> reach(double value, double[] start) {
        return reach(value, start, MOST_STEPS);
    }

    private Optional<Peak> reach(double value, double[] start, int steps) {
        try {
            return Optional.of(likelihood.maximize(space, value, start, steps));
        } catch (ConvergenceException e) {
            return Optional.empty();
        }
    }

    /** From changes of one coefficient of the highest that is known. */
    private void look(double value, List<Peak> found) {
        int free = space.columns().length;
        double moved = Math.abs(value - looked) / Math.abs(value - estimate);
        if (moved < NEXT || likelihood.size() * Math.pow(free + 1.0, 4) > MOST_WORK) {
            return;
        }
        looked = value;
        double[] highest = found.get(0).coefficients();
        for (int j = 0; j < free; j++) {
            for (double factor : FACTORS) {
                double[] start = highest.clone();
                start[j] *= factor;
                reach(value, start, FEW_STEPS).ifPresent(peak -> add(found, peak));
            }
        }
    }

    private static void add(List<Peak> found, Peak peak) {
        if (found.stream().noneMatch(other -> Math.abs(other.deviance() - peak.deviance()) < SAME)) {
            found.add(peak);
            found.sort(Comparator.comparingDouble(Peak::deviance));
        }
    }

    private static double[] times(double[] coefficients, double factor) {
        double[] scaled = coefficients.clone();
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] *= Double.isFinite(factor) ? factor : 1;
        }
        return scaled;
    }
}
