package cohortkit.stats.table;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.core.Measure;

/** Risk ratio, odds ratio and risk difference of a table, with the conventions that they follow. */
final class Associations {

    private Associations() {}

    static Estimate riskRatio(TwoByTwo t, RiskRatioInterval method, double level) {
        Convention convention = convention(t, "ratio of two risks", method.label());
        double value = t.riskRatioValue();
        if (Double.isNaN(value)) {
            return undefined(t, Measure.RISK_RATIO, convention, new Interval(0, Double.POSITIVE_INFINITY, level));
        }
        if (method == RiskRatioInterval.KATZ_LOG && (t.a() == 0 || t.c() == 0)) {
            convention = convention.withZeroCells("log Wald has no limits where a group has no events: 0 to Inf");
        }
        if (method == RiskRatioInterval.KATZ_LOG && t.b() == 0 && t.d() == 0) {
            convention = convention.withZeroCells("log Wald has no width where everybody has the outcome");
        }
        return new Estimate(Measure.RISK_RATIO, value, method.limits(t, level), convention);
    }

    static Estimate oddsRatio(TwoByTwo t, OddsRatioInterval method, double level) {
        Convention convention = convention(t, method.estimator(), method.label());
        if (t.emptyMargin().isPresent()) {
            return undefined(t, Measure.ODDS_RATIO, convention, new Interval(0, Double.POSITIVE_INFINITY, level));
        }
        boolean empty = t.a() == 0 || t.b() == 0 || t.c() == 0 || t.d() == 0;
        if (empty && method == OddsRatioInterval.WOOLF) {
            convention = convention.withZeroCells("log Wald has no limits with an empty cell: 0 to Inf");
        }
        return new Estimate(Measure.ODDS_RATIO, method.value(t), method.limits(t, level), convention);
    }

    static Estimate riskDifference(TwoByTwo t, RiskDifferenceInterval method, double level) {
        Convention convention = convention(t, "difference of two risks", method.label());
        if (t.exposed() == 0 || t.unexposed() == 0) {
            return undefined(t, Measure.RISK_DIFFERENCE, convention, new Interval(-1, 1, level));
        }
        boolean certain = (t.a() == 0 || t.b() == 0) && (t.c() == 0 || t.d() == 0);
        if (certain && method == RiskDifferenceInterval.WALD) {
            convention = convention.withZeroCells("Wald has no width where both risks are 0 or 1");
        }
        return new Estimate(Measure.RISK_DIFFERENCE, t.riskDifferenceValue(), method.limits(t, level), convention);
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
