package cohortkit.stats.table;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.StandardNormal;
import java.util.ArrayList;
import java.util.List;

/**
 * How two exposures act together: the exposure of the tables, and the stratum, whose second level counts as exposed. All
 * ratios are against those with neither, R10 with the first alone, R01 with the second alone, R11 with both. Rothman 1986,
 * Modern Epidemiology. The synergy index is read only where both raise the risk.
 *
 * <pre>{@code
 * var both = Interaction.of(Strata.of(new TwoByTwo(20, 80, 10, 90), new TwoByTwo(40, 60, 15, 85)), InteractionScale.RISK_RATIO);
 * both.excessRisk(InteractionInterval.DELTA, 0.95)               // 1.50 (95 % CI 0.0465 to 2.95; delta method)
 * both.attributableProportion(InteractionInterval.MOVER, 0.95)   // 0.38 (95 % CI -0.0468 to 0.68; MOVER)
 * both.ratioOfRatios(0.95)                                       // 1.33 (95 % CI 0.55 to 3.22; log Wald)
 * }</pre>
 */
public final class Interaction {

    private static final double[] SIGNS = {1, -1, -1};

    private final InteractionScale scale;
    private final Strata strata;
    private final double[] logs = new double[4];
    private final double[] variances = new double[4];

    private Interaction(Strata strata, InteractionScale scale) {
        this.scale = scale;
        this.strata = strata;
        TwoByTwo first = strata.strata().get(0).table();
        TwoByTwo second = strata.strata().get(1).table();
        long[][] groups = {
            {first.c(), first.d()}, {first.a(), first.b()}, {second.c(), second.d()}, {second.a(), second.b()}
        };
        for (int i = 0; i < groups.length; i++) {
            logs[i] = scale.logValue((double) groups[i][0], (double) groups[i][1]);
            variances[i] = scale.variance((double) groups[i][0], (double) groups[i][1]);
        }
    }

    /**
     * The interaction of exposure and stratum.
     *
     * @throws InputException if there are other than two strata
     */
    public static Interaction of(Strata strata, InteractionScale scale) {
        if (strata.strata().size() != 2) {
            throw new InputException("an interaction needs two strata, the second exposed; there are "
                    + strata.strata().size());
        }
        return new Interaction(strata, scale);
    }

    private double ratio(int group) {
        return Math.exp(logs[group] - logs[0]);
    }

    /** The relative excess risk due to interaction, {@code RERI = R11 - R10 - R01 + 1}: 0 where the effects add up. */
    public Estimate excessRisk(InteractionInterval method, double level) {
        return additive(Measure.EXCESS_RISK_DUE_TO_INTERACTION, method, level, 0);
    }

    /** The attributable proportion due to interaction, {@code AP = RERI / R11}. */
    public Estimate attributableProportion(InteractionInterval method, double level) {
        return additive(Measure.ATTRIBUTABLE_PROPORTION, method, level, 3);
    }

    /** Both are 1 and a sum of ratios against one group: RERI against neither, AP against both. */
    private Estimate additive(Measure measure, InteractionInterval method, double level, int reference) {
        double z = StandardNormal.quantile(level);
        double value = additive(reference);
        Convention convention = convention(method.label());
        if (!Double.isFinite(value) || !isFinite()) {
            return new Estimate(
                    measure,
                    value,
                    new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level),
                    convention.withZeroCells(reason(value)));
        }
        Interval interval = new Interval(
                value - distance(method, reference, z, -1), value + distance(method, reference, z, 1), level);
        return new Estimate(measure, value, interval, convention);
    }

    private static String reason(double value) {
        return (Double.isNaN(value) ? "undefined" : "no limits") + ": a group has no events, or nobody without";
    }

    private double additive(int reference) {
        double[] terms = terms(reference);
        return 1 + Math.exp(terms[0]) - Math.exp(terms[1]) - Math.exp(terms[2]);
    }

    private double[] terms(int reference) {
        return new double[] {logs[3 - reference] - logs[reference], logs[1] - logs[reference], logs[2] - logs[reference]
        };
    }

    private double distance(InteractionInterval method, int reference, double z, int side) {
        double[] others = {variances[3 - reference], variances[1], variances[2]};
        return method.distance(SIGNS, terms(reference), others, variances[reference], z, side);
    }

    private boolean isFinite() {
        for (int i = 0; i < logs.length; i++) {
            if (!Double.isFinite(logs[i]) || !Double.isFinite(variances[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * The synergy index, {@code S = (R11 - 1) / (R10 + R01 - 2)}, Wald on its logarithm by the delta method (Hosmer and
     * Lemeshow 1992): 1 where the effects add up. NaN unless both differences are above 0.
     */
    public Estimate synergyIndex(double level) {
        double both = ratio(3) - 1;
        double alone = ratio(1) + ratio(2) - 2;
        Convention convention = convention("delta method");
        if (!(both > 0 && alone > 0) || !isFinite()) {
            return new Estimate(
                    Measure.SYNERGY_INDEX,
                    Double.NaN,
                    new Interval(0, Double.POSITIVE_INFINITY, level),
                    convention.withZeroCells(
                            "undefined: the exposures do not raise the risk, or a group is empty of events"));
        }
        return new Estimate(
                Measure.SYNERGY_INDEX,
                both / alone,
                LogWald.limits(both / alone, synergyError(both, alone), level),
                convention);
    }

    private double synergyError(double both, double alone) {
        double[] slopes = {0, -ratio(1) / alone, -ratio(2) / alone, ratio(3) / both};
        double sum = 0;
        double shared = 0;
        for (int i = 1; i < slopes.length; i++) {
            sum += slopes[i] * slopes[i] * variances[i];
            shared += slopes[i];
        }
        return Math.sqrt(sum + shared * shared * variances[0]);
    }

    /** The interaction on the multiplicative scale, {@code R11 / (R10 R01)}, log Wald: 1 where the effects multiply. */
    public Estimate ratioOfRatios(double level) {
        double log = logs[3] - logs[1] - logs[2] + logs[0];
        Convention convention = convention("log Wald");
        if (!isFinite()) {
            return new Estimate(
                    scale.multiplicative(),
                    Math.exp(log),
                    new Interval(0, Double.POSITIVE_INFINITY, Interval.requireLevel(level)),
                    convention.withZeroCells(reason(Math.exp(log))));
        }
        return new Estimate(
                scale.multiplicative(),
                Math.exp(log),
                LogWald.limits(Math.exp(log), multiplicativeError(), level),
                convention);
    }

    private double multiplicativeError() {
        return Math.sqrt(variances[0] + variances[1] + variances[2] + variances[3]);
    }

    /**
     * All measures, a row each, interval and p-value of a row by the same method.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public List<TableRow> measures(double level) {
        List<TableRow> rows = new ArrayList<>();
        for (InteractionInterval method : InteractionInterval.values()) {
            rows.add(row(excessRisk(method, level), statistic(method, 0)));
        }
        for (InteractionInterval method : InteractionInterval.values()) {
            rows.add(row(attributableProportion(method, level), statistic(method, 3)));
        }
        Estimate synergy = synergyIndex(level);
        double both = ratio(3) - 1;
        double alone = ratio(1) + ratio(2) - 2;
        rows.add(row(synergy, LogWald.z(Math.log(both / alone), synergyError(both, alone))));
        Estimate ratio = ratioOfRatios(level);
        rows.add(row(ratio, LogWald.z(Math.log(ratio.value()), multiplicativeError())));
        return List.copyOf(rows);
    }

    /** The z at which the interval touches 0. */
    private double statistic(InteractionInterval method, int reference) {
        double value = additive(reference);
        if (value == 0 || !isFinite()) {
            return value == 0 ? 0 : Double.NaN;
        }
        int side = value > 0 ? -1 : 1;
        double z = Roots.decreasing(x -> Math.abs(value) - distance(method, reference, x, side), 0, 1);
        return value > 0 ? z : -z;
    }

    private TableRow row(Estimate estimate, double z) {
        double statistic = Double.isNaN(estimate.value()) || !isFinite() ? Double.NaN : z;
        String name = estimate.measure() == scale.multiplicative()
                ? estimate.measure().label()
                : estimate.measure().label() + ", " + scale.ratios();
        return Measures.row(name, estimate, statistic, StandardNormal.pValue(statistic));
    }

    private Convention convention(String interval) {
        TwoByTwo crude = strata.crude();
        String exposure = crude.labels().reference();
        String stratum = strata.variable() + " = " + strata.strata().get(0).label();
        return Convention.of("from " + scale.ratios() + " of four groups", interval)
                .withReference(exposure.isEmpty() ? "" : exposure + ", " + stratum)
                .withDenominator(crude.labels().denominator(crude.n()));
    }
}
