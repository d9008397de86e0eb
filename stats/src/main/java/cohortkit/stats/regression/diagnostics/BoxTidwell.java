package cohortkit.stats.regression.diagnostics;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Formula.Operand;
import cohortkit.core.Formula.Plain;
import cohortkit.core.Formula.Term;
import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import cohortkit.stats.Tidy;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.ModelRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Box-Tidwell test of linearity: x log x of each number x joins the model, all together; a small p-value says that
 * the linear predictor bends along x (Box and Tidwell 1962, Technometrics 4:531; for risks Guerrero and Johnson 1982,
 * Biometrika 69:309).
 *
 * <pre>{@code
 * BoxTidwell.test(fit).get("age")   // Box-Tidwell, age: 1.01, p = 0.310
 * }</pre>
 */
public final class BoxTidwell {

    private BoxTidwell() {}

    /**
     * One Wald test for each number that is a term by itself; empty if there is none.
     *
     * @throws InputException if one of them has a value of 0 or below
     */
    public static Map<String, TestResult> test(Fit fit) {
        ModelRows rows = fit.rows();
        Map<String, double[]> added = new LinkedHashMap<>();
        for (String variable : numbers(fit, rows)) {
            added.put(
                    name(variable),
                    Arrays.stream(rows.numbers(variable))
                            .map(x -> bend(variable, x))
                            .toArray());
        }
        Map<String, TestResult> tests = new LinkedHashMap<>();
        if (added.isEmpty()) {
            return tests;
        }
        Cohort cohort = rows.attach(added);
        List<Term> terms = new ArrayList<>(fit.model().formula().terms());
        added.keySet().forEach(name -> terms.add(Refit.term(name)));
        Fit refit = Refit.model(
                        fit,
                        terms,
                        fit.model().formula().offsets(),
                        fit.model().formula().intercept())
                .fit(cohort);
        for (String variable : numbers(fit, rows)) {
            for (Tidy row : refit.tidy()) {
                if (row.term().equals(name(variable))) {
                    tests.put(
                            variable,
                            new TestResult("Box-Tidwell, " + variable, row.statistic(), Double.NaN, row.pValue()));
                }
            }
        }
        return tests;
    }

    private static String name(String variable) {
        return ".log." + variable;
    }

    private static double bend(String variable, double x) {
        if (!(x > 0)) {
            throw new InputException("the Box-Tidwell test needs positive values; '" + variable + "' is "
                    + DisplayNumber.shortest(x) + " in a row. Shift it, or take another form of the term");
        }
        return x * Math.log(x);
    }

    /** A number of two values has no form to bend. */
    private static List<String> numbers(Fit fit, ModelRows rows) {
        List<String> numbers = new ArrayList<>();
        for (Term term : fit.model().formula().terms()) {
            Operand operand = term.operands().get(0);
            if (term.operands().size() == 1
                    && operand instanceof Plain
                    && rows.levels(operand.variable()).isEmpty()
                    && Arrays.stream(rows.numbers(operand.variable()))
                                    .distinct()
                                    .count()
                            > 2) {
                numbers.add(operand.variable());
            }
        }
        return numbers;
    }
}
