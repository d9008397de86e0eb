package cohortkit.stats.regression;

import cohortkit.core.Formula;
import cohortkit.core.Formula.Operand;
import cohortkit.core.Formula.Term;
import cohortkit.stats.TestResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The test of one term of a formula as a whole, all its levels together.
 *
 * <pre>{@code
 * var fit = Logistic.fit("low ~ smoke + race + age", births);
 * TermTest.typeTwo(fit).get(1)   // race: likelihood-ratio test, type II: 8.41, df 2, p = 0.015
 * }</pre>
 *
 * @param term as it stands in the formula
 * @param test of it
 */
public record TermTest(String term, TestResult test) {

    /**
     * Type II: each term is tested in the model of all terms that do not contain it, so that a main effect is tested
     * without its interactions (R's {@code car::Anova}). Likelihood-ratio tests; in a linear model F tests, whose residual
     * variance is that of the whole model.
     *
     * @throws cohortkit.core.InputException if the errors of the fit are robust or its outcome is separated
     */
    public static List<TermTest> typeTwo(Fit fit) {
        LikelihoodRatio.requireLikelihood(fit);
        List<TermTest> tests = new ArrayList<>();
        for (Term term : fit.model().formula().terms()) {
            List<Term> others = fit.model().formula().terms().stream()
                    .filter(other -> !contains(other, term))
                    .toList();
            List<Term> with = new ArrayList<>(others);
            with.add(term);
            TestResult test = NestedModels.test(refit(fit, others), refit(fit, with), fit);
            tests.add(new TermTest(
                    term.toString(),
                    new TestResult(test.method() + ", type II", test.statistic(), test.df(), test.pValue())));
        }
        return tests;
    }

    /**
     * Type II of the terms beside the strata, whose intercepts stand in each model.
     *
     * @throws cohortkit.core.InputException as {@link #typeTwo(Fit)} does
     */
    public static List<TermTest> typeTwo(StratifiedFit within) {
        return within.beside(typeTwo(within.whole()));
    }

    /**
     * Type III of the terms beside the strata.
     *
     * @throws cohortkit.core.InputException as {@link #typeThree(Fit)} does
     */
    public static List<TermTest> typeThree(StratifiedFit within) {
        return within.beside(typeThree(within.whole()));
    }

    private static boolean contains(Term other, Term term) {
        Set<Operand> operands = new HashSet<>(other.operands());
        return operands.containsAll(term.operands());
    }

    /** The same rows under fewer terms. */
    private static Fit refit(Fit fit, List<Term> terms) {
        Regression model = fit.model();
        Formula formula = new Formula(
                model.formula().outcome(),
                terms,
                model.formula().offsets(),
                model.formula().intercept());
        return Fit.of(
                new Regression(formula, model.family(), model.link(), model.weights()),
                fit.estimation().frame());
    }

    /**
     * Type III: the coefficients of each term are tested to be 0 in the whole model, by Wald. Beside an interaction a
     * main effect is then its effect at the reference level of the other variable, and the test depends on that level,
     * as in {@code car::Anova(type = 3)} with R's usual coding; SAS codes otherwise.
     *
     * @throws cohortkit.core.InputException if a covariance is singular or the outcome is separated
     */
    public static List<TermTest> typeThree(Fit fit) {
        ColumnPlan plan = new ColumnPlan(fit.model().formula(), fit.estimation().frame());
        List<TermTest> tests = new ArrayList<>();
        for (Term term : fit.model().formula().terms()) {
            String[] own = plan.names().get(term).stream()
                    .filter(fit.terms()::contains)
                    .toArray(String[]::new);
            if (own.length > 0) {
                TestResult test = Wald.test(fit, own);
                tests.add(new TermTest(
                        term.toString(),
                        new TestResult(test.method() + ", type III", test.statistic(), test.df(), test.pValue())));
            }
        }
        return tests;
    }

    @Override
    public String toString() {
        return term + ": " + test;
    }
}
