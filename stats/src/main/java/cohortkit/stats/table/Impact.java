package cohortkit.stats.table;

import cohortkit.core.Convention;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.StandardNormal;

/** What follows from risk ratio and risk difference: numbers needed, attributable fractions, E-value; and phi. */
final class Impact {

    private Impact() {}

    static Estimate numberNeededToTreat(Estimate difference) {
        Interval interval = difference.interval();
        Convention convention = derived(difference, "1 / risk difference");
        double value = difference.value() == 0 ? Double.POSITIVE_INFINITY : 1 / difference.value();
        double first = 1 / interval.lower();
        double second = 1 / interval.upper();
        if (interval.lower() >= 0) {
            return number(value, new Interval(second, Math.abs(first), interval.level()), convention);
        }
        if (interval.upper() <= 0) {
            return number(value, new Interval(-Math.abs(second), first, interval.level()), convention);
        }
        String ends = ", through infinity: <= " + DisplayNumber.significant(first, 3) + " or >= "
                + DisplayNumber.significant(second, 3);
        return number(
                value,
                new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, interval.level()),
                Double.isNaN(value) ? convention : convention.withInterval(convention.interval() + ends));
    }

    private static Estimate number(double value, Interval interval, Convention convention) {
        return new Estimate(Measure.NUMBER_NEEDED_TO_TREAT, value, interval, convention);
    }

    static Estimate attributableFractionExposed(Estimate ratio) {
        Interval interval = ratio.interval();
        return new Estimate(
                Measure.ATTRIBUTABLE_FRACTION_EXPOSED,
                1 - 1 / ratio.value(),
                new Interval(1 - 1 / interval.lower(), 1 - 1 / interval.upper(), interval.level()),
                derived(ratio, "1 - 1 / risk ratio"));
    }

    static Estimate attributableFractionPopulation(TwoByTwo t, double level) {
        double z = StandardNormal.quantile(level);
        Convention convention = Associations.convention(t, "1 - risk in the unexposed / risk in all", "log Wald");
        double fraction = t.crossDifference() / ((double) t.events() * t.unexposed());
        double error = populationError(t);
        if (Double.isNaN(fraction) || !Double.isFinite(error)) {
            String reason = Double.isNaN(fraction)
                    ? "undefined: " + t.emptyMargin().orElse("0/0")
                    : "log Wald has no limits where the unexposed have no events: -Inf to 1";
            return new Estimate(
                    Measure.ATTRIBUTABLE_FRACTION_POPULATION,
                    fraction,
                    new Interval(Double.NEGATIVE_INFINITY, 1, level),
                    convention.withZeroCells(reason));
        }
        double left = 1 - fraction;
        Interval interval = new Interval(1 - left * Math.exp(z * error), 1 - left * Math.exp(-z * error), level);
        return new Estimate(Measure.ATTRIBUTABLE_FRACTION_POPULATION, fraction, interval, convention);
    }

    /** Standard error of log(1 - F); infinite where the unexposed have no events. */
    static double populationError(TwoByTwo t) {
        double fraction = t.crossDifference() / ((double) t.events() * t.unexposed());
        double variance = (t.b() + fraction * ((double) t.a() + t.d())) / ((double) t.n() * t.c());
        return Math.sqrt(Math.max(0, variance));
    }

    /** The z of the hypothesis of a fraction of 0; NaN where there is no information. */
    static double populationStatistic(TwoByTwo t) {
        double fraction = t.crossDifference() / ((double) t.events() * t.unexposed());
        return LogWald.z(-Math.log1p(-fraction), populationError(t));
    }

    static Estimate yulesQ(Estimate ratio) {
        Interval interval = ratio.interval();
        return new Estimate(
                Measure.YULES_Q,
                yulesQ(ratio.value()),
                new Interval(yulesQ(interval.lower()), yulesQ(interval.upper()), interval.level()),
                derived(ratio, "(OR - 1) / (OR + 1)"));
    }

    private static double yulesQ(double ratio) {
        return ratio > 1 ? 1 - 2 / (ratio + 1) : (ratio - 1) / (ratio + 1);
    }

    static Estimate eValue(Estimate ratio) {
        Interval interval = ratio.interval();
        double nearest = interval.contains(1) ? 1 : Math.min(eValue(interval.lower()), eValue(interval.upper()));
        return new Estimate(
                Measure.E_VALUE,
                eValue(ratio.value()),
                new Interval(nearest, Double.POSITIVE_INFINITY, interval.level()),
                derived(ratio, "RR + sqrt(RR (RR - 1)), RR or its inverse"));
    }

    private static double eValue(double ratio) {
        double above = ratio < 1 ? 1 / ratio : ratio;
        return above + Math.sqrt(above * (above - 1));
    }

    static Estimate phi(TwoByTwo t) {
        double margins =
                Math.sqrt((double) t.exposed() * t.unexposed()) * Math.sqrt((double) t.events() * (t.b() + t.d()));
        Convention convention = Associations.convention(t, "(ad - bc) / root of the margins' product", "")
                .withZeroCells(
                        t.emptyMargin().map(reason -> "undefined: " + reason).orElse(""));
        return Estimate.withoutInterval(Measure.PHI, t.crossDifference() / margins, convention);
    }

    private static Convention derived(Estimate from, String estimator) {
        Convention base = from.convention();
        return new Convention(
                estimator, base.interval(), base.correction(), base.zeroCells(), base.reference(), base.denominator());
    }
}
