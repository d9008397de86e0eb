package cohortkit.stats.diagnostic;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.stats.table.RiskRatioInterval;
import cohortkit.stats.table.TwoByTwo;

/**
 * A likelihood ratio as the risk ratio that it is: of a test result, with the condition against without.
 *
 * @param nobody what is wrong where the ratio is 0/0 in people of both kinds
 */
record LikelihoodRatios(DiagnosticTable table, Measure measure, TwoByTwo risks, String nobody) {

    static LikelihoodRatios positive(DiagnosticTable t) {
        return new LikelihoodRatios(t, Measure.POSITIVE_LIKELIHOOD_RATIO, t.byTruth(), "nobody tests positive");
    }

    static LikelihoodRatios negative(DiagnosticTable t) {
        TwoByTwo risks = new TwoByTwo(t.falseNegatives(), t.truePositives(), t.trueNegatives(), t.falsePositives());
        return new LikelihoodRatios(t, Measure.NEGATIVE_LIKELIHOOD_RATIO, risks, "nobody tests negative");
    }

    Estimate estimate(double level) {
        Estimate ratio = risks.riskRatio(RiskRatioInterval.KATZ_LOG, level);
        Convention convention = table.convention("ratio of two risks of a test result", "log Wald");
        return new Estimate(measure, ratio.value(), ratio.interval(), convention.withZeroCells(zeroCells(ratio)));
    }

    private String zeroCells(Estimate ratio) {
        if (risks.exposed() == 0) {
            return "undefined: nobody has the condition";
        }
        if (risks.unexposed() == 0) {
            return "undefined: nobody is free of the condition";
        }
        if (Double.isNaN(ratio.value())) {
            return "undefined: " + nobody;
        }
        if (risks.a() == 0 || risks.c() == 0) {
            return "log Wald has no limits with an empty cell: 0 to Inf";
        }
        return risks.b() == 0 && risks.d() == 0 ? "log Wald has no width where all tests are alike" : "";
    }
}
