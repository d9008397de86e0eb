package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.Count;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Models of the same rows, each with more terms than the one before, and tests of what each adds: likelihood-ratio tests,
 * in linear models F tests whose residual variance is that of the largest model, as R's {@code anova} has them.
 *
 * <pre>{@code
 * var nested = NestedModels.of(births, Model.LOGISTIC.of("low ~ smoke"), Model.LOGISTIC.of("low ~ smoke + race"));
 * nested.tests()                        // [likelihood-ratio test: 9.83, df 2, p = 0.0073]
 * nested.fits().get(1).glance().aic()   // 227.97471...
 * }</pre>
 */
public final class NestedModels {

    private final List<Fit> fits;
    private final List<TestResult> tests;
    private final CompleteCases cases;

    private NestedModels(List<Fit> fits, CompleteCases cases) {
        this.cases = cases;
        this.fits = List.copyOf(fits);
        Fit largest = fits.get(fits.size() - 1);
        this.tests = new ArrayList<>();
        for (int i = 1; i < fits.size(); i++) {
            tests.add(test(fits.get(i - 1), fits.get(i), largest));
        }
    }

    /**
     * Fits of the same rows, the smallest first.
     *
     * @throws InputException if the models differ in more than terms: outcome, family, weights, offsets, rows; if one is
     *     not part of the next; or if errors are robust
     */
    public static NestedModels of(Fit... fits) {
        requireSeveral(fits.length);
        return new NestedModels(List.of(fits), fits[0].completeCases());
    }

    /**
     * Fits models, the smallest first, to the rows that are complete in all of them.
     *
     * @throws InputException as {@link #of(Fit...)} and {@link Regression#fit(Cohort)} do
     */
    public static NestedModels of(Cohort cohort, Regression... models) {
        requireSeveral(models.length);
        Set<String> names = new LinkedHashSet<>();
        for (Regression model : models) {
            names.addAll(model.formula().variables());
        }
        names.forEach(cohort::variable);
        Cohort complete =
                cohort.where("complete in all models", row -> names.stream().noneMatch(row::isMissing));
        Regression largest = models[models.length - 1];
        return new NestedModels(
                Arrays.stream(models).map(model -> model.fit(complete)).toList(),
                Present.of(largest, cohort).cases(largest.weights().values(cohort)));
    }

    private static void requireSeveral(int models) {
        if (models < 2) {
            throw new InputException("nested models are two or more; there is " + (models == 0 ? "none" : "one"));
        }
    }

    /** What the larger of two models adds; the residual variance of a linear one is that of the largest. */
    static TestResult test(Fit smaller, Fit larger, Fit largest) {
        if (!larger.model().family().estimatesDispersion()) {
            return LikelihoodRatio.test(smaller, larger);
        }
        int df = LikelihoodRatio.requireNested(smaller, larger);
        long residual = largest.glance().dfResidual();
        if (residual < 1) {
            throw new InputException("the model " + largest.model().formula()
                    + " leaves no degree of freedom for the residual variance; leave terms out");
        }
        double mean = Math.max(0, smaller.deviance() - larger.deviance()) / df;
        double statistic = mean / (largest.deviance() / residual);
        double p = FDistribution.of(df, (double) residual).survivalProbability(statistic);
        return new TestResult("F test on " + df + " and " + residual + " degrees of freedom", statistic, df, p);
    }

    /** Which rows are complete in the largest model, and what the others lack. */
    public CompleteCases completeCases() {
        return cases;
    }

    /** The fits, the smallest first. */
    public List<Fit> fits() {
        return fits;
    }

    /** What each fit but the first adds to the one before. */
    public List<TestResult> tests() {
        return List.copyOf(tests);
    }

    /** What a fit adds to the one before; empty for the first. */
    public Optional<TestResult> added(int position) {
        return position == 0 ? Optional.empty() : Optional.of(tests.get(position - 1));
    }

    /** A title, one aligned row a model, and how they were tested. */
    @Override
    public String toString() {
        Fit first = fits.get(0);
        AlignedText text = AlignedText.titled(
                Count.of(fits.size(), "nested model") + " of",
                first.model().formula().outcome(),
                ", n = " + first.observations());
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"model", "residual df", "deviance", "AIC", "added df", "statistic", "p"});
        for (int i = 0; i < fits.size(); i++) {
            Fit fit = fits.get(i);
            rows.add(new String[] {
                fit.model().formula().toString(),
                String.valueOf(fit.glance().dfResidual()),
                DisplayNumber.significant(fit.deviance(), 5),
                DisplayNumber.significant(fit.glance().aic(), 5),
                added(i).map(test -> DisplayNumber.shortest(test.df())).orElse(""),
                added(i).map(test -> DisplayNumber.significant(test.statistic(), 4))
                        .orElse(""),
                added(i).map(test -> DisplayNumber.pValue(test.pValue())).orElse("")
            });
        }
        text.table(rows);
        boolean linear = first.model().family().estimatesDispersion();
        text.wrap(
                linear
                        ? "F tests of each model against the one before, with the residual variance of the largest"
                        : "likelihood-ratio tests of each model against the one before");
        text.wrap(cases.toString());
        return text.toString();
    }
}
