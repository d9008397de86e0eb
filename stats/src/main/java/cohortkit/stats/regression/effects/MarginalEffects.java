package cohortkit.stats.regression.effects;

import cohortkit.core.Formula.Operand;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.Tidy;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Functional;
import cohortkit.stats.regression.ModelRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Average marginal effects: of a number the mean over people of the derivative of their risk by it, of a category the
 * mean difference of risk between each level and the first; standard errors by the delta method. The derivative is a
 * difference of fourth order, right to about ten digits for any form of the term.
 *
 * <pre>{@code
 * MarginalEffects.of(fit, "rls").get(0).term()       // "rls[yes]"
 * MarginalEffects.of(fit, "rls").get(0).estimate()   // 0.1891784...
 * MarginalEffects.of(fit).size()                     // 3
 * }</pre>
 */
public final class MarginalEffects {

    /** Share of the range of a number that is one step. */
    private static final double STEP = 0x1p-12;

    private MarginalEffects() {}

    /** Of every variable among the terms. */
    public static List<Tidy> of(Fit fit) {
        List<Tidy> effects = new ArrayList<>();
        fit.model().formula().terms().stream()
                .flatMap(term -> term.operands().stream())
                .map(Operand::variable)
                .distinct()
                .forEach(variable -> effects.addAll(of(fit, variable)));
        return effects;
    }

    /**
     * Of one variable: a row for a number, a row for each level but the first of a category.
     *
     * @throws InputException if it is not among the terms
     */
    public static List<Tidy> of(Fit fit, String variable) {
        ModelRows rows = fit.rows();
        List<String> levels = rows.levels(variable);
        if (levels.isEmpty()) {
            return List.of(tidy(fit, variable, derivative(rows, variable)));
        }
        Functional first = rows.with(variable, levels.get(0)).meanOutcome();
        return levels.stream()
                .skip(1)
                .map(level -> tidy(
                        fit,
                        variable + "[" + level + "]",
                        rows.with(variable, level).meanOutcome().minus(first)))
                .toList();
    }

    private static Functional derivative(ModelRows rows, String variable) {
        double[] values = rows.numbers(variable);
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        double step = STEP * (most - least);
        if (!(step > 0)) {
            throw new InputException("'" + variable + "' is the same in every row; it has no marginal effect");
        }
        Functional near = between(rows, variable, step);
        Functional far = between(rows, variable, 2 * step);
        return near.times(4.0 / 3).minus(far.times(1.0 / 3));
    }

    private static Functional between(ModelRows rows, String variable, double step) {
        return rows.with(variable, x -> x + step)
                .meanOutcome()
                .minus(rows.with(variable, x -> x - step).meanOutcome())
                .times(1 / (2 * step));
    }

    private static Tidy tidy(Fit fit, String term, Functional effect) {
        Interval interval = effect.interval(fit.level());
        return new Tidy(
                term,
                effect.value(),
                effect.standardError(),
                effect.statistic(0),
                effect.pValue(0),
                interval.lower(),
                interval.upper(),
                "average marginal effect, delta method");
    }
}
