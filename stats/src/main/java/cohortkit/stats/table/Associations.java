package cohortkit.stats.table;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.Proportion;

/** Risk ratio, odds ratio and risk difference of a table, with the conventions that they follow. */
final class Associations {

    private Associations() {}

    static Estimate riskRatio(TwoByTwo t, RiskRatioInterval method, double level) {
        Convention convention = convention(t, "ratio of two risks", method.label());
        double value = t.riskRatioValue();
        if (Double.isNaN(value)) {
            return undefined(t, Measure.RISK_RATIO, convention, new Interval(0, Double.POSITIVE_INFINITY, level));
        }
        boolean testBased = method == RiskRatioInterval.TEST_BASED;
        boolean certain = t.b() == 0 && t.d() == 0;
        if ((testBased || method == RiskRatioInterval.KATZ_LOG) && (t.a() == 0 || t.c() == 0)) {
            convention =
                    convention.withZeroCells(method.label() + " has no limits where a group has no events: 0 to Inf");
        } else if (testBased && certain) {
            convention = convention.withZeroCells("test-based has no limits where everybody has the outcome: 0 to Inf");
        } else if (method == RiskRatioInterval.KATZ_LOG && certain) {
            convention = convention.withZeroCells("log Wald has no width where everybody has the outcome");
        }
        return new Estimate(Measure.RISK_RATIO, value, method.limits(t, level), convention);
    }

    static Estimate oddsRatio(TwoByTwo t, OddsRatioInterval method, double level) {
        Convention convention = convention(t, method.estimator(), method.label());
        if (t.emptyMargin().isPresent()) {
            return undefined(t, Measure.ODDS_RATIO, convention, new Interval(0, Double.POSITIVE_INFINITY, level));
        }
        if (method == OddsRatioInterval.HALDANE_ANSCOMBE) {
            convention = convention.withZeroCells(ZeroCells.HALF_IN_ALL.label());
        } else if (ZeroCells.hasEmpty(t)
                && (method == OddsRatioInterval.WOOLF || method == OddsRatioInterval.TEST_BASED)) {
            convention = convention.withZeroCells(method.label() + " has no limits with an empty cell: 0 to Inf");
        }
        return new Estimate(Measure.ODDS_RATIO, method.value(t), method.limits(t, level), convention);
    }

    static Estimate riskDifference(TwoByTwo t, RiskDifferenceInterval method, double level) {
        Convention convention = convention(t, "difference of two risks", method.label());
        if (t.exposed() == 0 || t.unexposed() == 0) {
            return undefined(t, Measure.RISK_DIFFERENCE, convention, new Interval(-1, 1, level));
        }
        boolean certain = (t.a() == 0 || t.b() == 0) && (t.c() == 0 || t.d() == 0);
        if (certain && method.label().startsWith("Wald")) {
            convention = convention.withZeroCells("Wald has no width where both risks are 0 or 1");
        }
        return new Estimate(Measure.RISK_DIFFERENCE, t.riskDifferenceValue(), method.limits(t, level), convention);
    }

    static Estimate risk(TwoByTwo t, long events, long people) {
        if (people == 0) {
            Convention undefined = Convention.of("events / n", "Wilson")
                    .withZeroCells(t.emptyMargin().orElse(""));
            return new Estimate(Measure.RISK, Double.NaN, new Interval(0, 1, Interval.DEFAULT_LEVEL), undefined);
        }
        Estimate plain = new Proportion(events, people).estimate();
        return new Estimate(Measure.RISK, plain.value(), plain.interval(), plain.convention());
    }

    static Convention convention(TwoByTwo t, String estimator, String interval) {
        return Convention.of(estimator, interval)
                .withReference(t.labels().reference())
                .withDenominator(t.labels().denominator(t.n()));
    }

    private static Estimate undefined(TwoByTwo t, Measure measure, Convention convention, Interval widest) {
        String reason = t.emptyMargin().orElse("0/0");
        return new Estimate(measure, Double.NaN, widest, convention.withZeroCells("undefined: " + reason));
    }
}
