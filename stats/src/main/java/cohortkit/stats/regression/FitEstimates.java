package cohortkit.stats.regression;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.core.Scale;
import cohortkit.stats.Tidy;

/** Coefficients of a fit as estimates: on the scale of the link, or as the ratios that they stand for. */
final class FitEstimates {

    private static final String INTERCEPT = "(Intercept)";

    private final Fit fit;
    private final Measure measure;

    FitEstimates(Fit fit) {
        this.fit = fit;
        this.measure = fit.model().model().measure();
    }

    /** A row on the scale of the link, compared with a reference level. */
    Estimate estimate(Tidy row, String reference) {
        boolean difference = measure == Measure.RISK_DIFFERENCE && !row.term().equals(INTERCEPT);
        return new Estimate(
                difference ? measure : Measure.COEFFICIENT,
                row.estimate(),
                new Interval(row.confLow(), row.confHigh(), fit.level()),
                convention(row, reference));
    }

    /** The same as a ratio. */
    Estimate ratio(Tidy row, String reference) {
        if (measure.scale() != Scale.LOG) {
            throw new InputException("the coefficients of a " + fit.model().model()
                    + " model are differences, not ratios; ask for estimate(\"" + row.term() + "\")");
        }
        Interval ratios = new Interval(Math.exp(row.confLow()), Math.exp(row.confHigh()), fit.level());
        return new Estimate(measure, Math.exp(row.estimate()), ratios, convention(row, reference));
    }

    void requireOddsRatios(String term) {
        if (measure != Measure.ODDS_RATIO) {
            throw new InputException("a " + fit.model().model() + " model has no odds ratios; "
                    + (measure.scale() == Scale.LOG
                            ? "its ratio(\"" + term + "\") is a " + measure.label()
                            : "ask for estimate(\"" + term + "\")"));
        }
    }

    private Convention convention(Tidy row, String reference) {
        Weights weights = fit.model().weights();
        String weighted = weights.variable().map(name -> ", " + weights).orElse("");
        String estimator = "maximum likelihood, " + fit.model().model().label()
                + fit.rescue().tag();
        String limit = Double.isNaN(row.estimate())
                ? "the data fit any value of " + row.term() + " equally well"
                : "the outcome is separated; there is no finite estimate";
        return Convention.of(estimator, row.method())
                .withZeroCells(Double.isFinite(row.estimate()) ? "" : limit)
                .withReference(reference)
                .withDenominator(fit.completeCases().denominator() + weighted);
    }
}
