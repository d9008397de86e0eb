package cohortkit.claims.files;

import cohortkit.claims.Finding;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.stats.continuous.CorrelationMethod;
import cohortkit.stats.continuous.GroupedValues;
import cohortkit.stats.continuous.MeanDifferenceMethod;
import cohortkit.stats.continuous.PairedValues;
import cohortkit.stats.continuous.Sample;
import java.util.Map;

/** Means, medians and what is computed of numbers. */
final class ValueFunctions {

    static final Map<String, ComputeFunction> ALL = Map.of(
            "mean", ValueFunctions::mean,
            "sd", ValueFunctions::standardDeviation,
            "median", ValueFunctions::median,
            "quantile", ValueFunctions::quantile,
            "min", call -> end(call, "min(NUMBER)", 0),
            "max", call -> end(call, "max(NUMBER)", 1),
            "meanDifference", ValueFunctions::meanDifference,
            "correlation", ValueFunctions::correlation);

    private ValueFunctions() {}

    private static Sample sample(Call call, String form) {
        String variable = call.variable(0, form);
        return Sample.of(call.rowsOnly(), variable);
    }

    private static Finding mean(Call call) {
        double level = level(call, 1);
        return call.finding(sample(call, "mean(NUMBER [, LEVEL%])").mean(level));
    }

    private static Finding median(Call call) {
        double level = level(call, 1);
        return call.finding(sample(call, "median(NUMBER [, LEVEL%])").median(level));
    }

    private static double level(Call call, int from) {
        Options options = call.options(from);
        double level = options.level();
        options.requireAllRead(NoMethod.class);
        return level;
    }

    /** For what has one method alone. */
    private enum NoMethod {
        NONE
    }

    private static Finding standardDeviation(Call call) {
        call.requireSize(1, "sd(NUMBER)");
        Sample sample = sample(call, "sd(NUMBER)");
        return value(call, Measure.STANDARD_DEVIATION, sample.standardDeviation(), "standard deviation, n - 1", sample);
    }

    private static Finding quantile(Call call) {
        String form = "quantile(NUMBER, SHARE)";
        call.requireSize(2, form);
        Sample sample = sample(call, form);
        double share = call.number(1, form);
        return value(call, Measure.QUANTILE, sample.quantile(share), "quantile " + share, sample);
    }

    private static Finding end(Call call, String form, double share) {
        call.requireSize(1, form);
        Sample sample = sample(call, form);
        return value(call, Measure.QUANTILE, share == 0 ? sample.min() : sample.max(), form.substring(0, 3), sample);
    }

    private static Finding value(Call call, Measure measure, double value, String how, Sample sample) {
        return call.finding(Estimate.withoutInterval(
                measure, value, Convention.of(how, "").withDenominator(sample.n() + " values")));
    }

    private static Finding meanDifference(Call call) {
        String form = "meanDifference(NUMBER, GROUP [, METHOD] [, LEVEL%])";
        String variable = call.variable(0, form);
        String group = call.event(1, form);
        Options options = call.options(2);
        double level = options.level();
        MeanDifferenceMethod method = options.method(MeanDifferenceMethod.WELCH);
        options.requireAllRead(MeanDifferenceMethod.class);
        return call.finding(GroupedValues.of(call.rowsOnly(), variable, group)
                .meanDifference(method, level)
                .estimate());
    }

    private static Finding correlation(Call call) {
        String form = "correlation(NUMBER, NUMBER [, METHOD] [, LEVEL%])";
        String first = call.variable(0, form);
        String second = call.variable(1, form);
        Options options = call.options(2);
        double level = options.level();
        CorrelationMethod method = options.method(CorrelationMethod.PEARSON);
        options.requireAllRead(CorrelationMethod.class);
        return call.finding(PairedValues.of(call.rowsOnly(), first, second)
                .correlation(method, level)
                .estimate());
    }
}
