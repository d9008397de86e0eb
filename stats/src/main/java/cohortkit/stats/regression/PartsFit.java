package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.CohortParts;
import cohortkit.core.Convention;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.Formula;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.Glance;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A logistic fit to a cohort in parts: coefficients and errors as of a fit in memory, with Wald intervals
 * and tests. Nothing that is said of single rows can be asked of it.
 *
 * <pre>{@code
 * var fit = Logistic.fit("low ~ age + smoke", CohortParts.of(births));
 * fit.oddsRatio("smoke[1]")   // 2.00 (95 % CI 1.06 to 3.75; Wald)
 * fit.glance().nobs()         // 189
 * }</pre>
 */
public final class PartsFit {

    /** A working coefficient has a column of variance 1; no finite estimate of one comes near this standard error. */
    private static final double INFINITE = 1000;

    private static final String HINT =
            "; if terms separate the outcome, a fit of some of the rows in memory tells which do";

    private final Regression model;
    private final CohortParts parts;
    private final LevelRows rows;
    private final ModelFrame levels;
    private final List<DesignColumn> columns;
    private final Basis basis;
    private final Solution solution;
    private final double[] outcomes;
    private final double level;

    PartsFit(Regression model, CohortParts parts) {
        this.model = model;
        this.parts = parts;
        this.outcomes = new double[2];
        this.level = Interval.DEFAULT_LEVEL;
        requirePossible();
        this.rows = LevelRows.of(model, parts);
        this.levels = rows.frame(parts);
        ColumnPlan plan = new ColumnPlan(model.formula(), levels);
        this.columns = plan.columns();
        this.basis = scaled(plan);
        if (basis.size() == 0) {
            throw new InputException("the model " + model.formula()
                    + " has nothing to estimate; give it a term that varies or an intercept");
        }
        double mean = outcomes[1] / (outcomes[0] + outcomes[1]);
        double start = plan.constants().isEmpty() ? 0 : model.link().eta(mean);
        this.solution = maximize(basis.flat(start));
        requireFinite();
    }

    private PartsFit(PartsFit fit, double level) {
        this.model = fit.model;
        this.parts = fit.parts;
        this.rows = fit.rows;
        this.levels = fit.levels;
        this.columns = fit.columns;
        this.basis = fit.basis;
        this.solution = fit.solution;
        this.outcomes = fit.outcomes;
        this.level = Interval.requireLevel(level);
    }

    /** The same with limits of another level, in (0, 1). */
    public PartsFit withLevel(double newLevel) {
        return new PartsFit(this, newLevel);
    }

    private void requirePossible() {
        if (model.model() != Model.LOGISTIC) {
            throw new InputException("a fit of parts is logistic; fit the " + model.model() + " model "
                    + model.formula() + " in memory");
        }
        if (model.weights().kind() != Weights.Kind.FREQUENCY) {
            throw new InputException("a fit of parts takes frequency weights, whose errors are the model's; fit with "
                    + model.weights() + " in memory");
        }
        if (!model.formula().offsets().isEmpty()) {
            throw new InputException("a fit of parts has no offsets; fit " + model.formula() + " in memory");
        }
        model.formula().terms().forEach(term -> term.operands().forEach(PartsFit::requireOneRow));
    }

    private static void requireOneRow(Formula.Operand operand) {
        if (operand instanceof Formula.Curve curve && !Curve.isOfOneRow(curve)) {
            throw new InputException(
                    operand + " has constants of all rows, which a fit of parts does not see at once; take "
                            + "log(x) or I(x^2), or fit in memory");
        }
    }

    private Solution maximize(double[] start) {
        try {
            return new Newton(new PartLikelihood(model, basis, this::read), () -> {}).maximize(start);
        } catch (ConvergenceException e) {
            throw new ConvergenceException("logistic regression of "
                    + model.formula().outcome() + " in parts did not converge: " + e.getMessage() + HINT);
        }
    }

    private void read(Consumer<PartRows> reader) {
        parts.forEach(part -> read(part, reader));
    }

    private void read(Cohort part, Consumer<PartRows> reader) {
        PartRows found = new PartRows(model, levels, part);
        if (found.size() > 0) {
            reader.accept(found);
        }
    }

    private Basis scaled(ColumnPlan plan) {
        boolean[] constant = new boolean[columns.size()];
        for (int j = 0; j < constant.length; j++) {
            constant[j] = plan.constants().contains(columns.get(j));
        }
        List<PartScaling> scaling = new ArrayList<>();
        do {
            outcomes[0] = 0;
            outcomes[1] = 0;
            read(part -> {
                if (scaling.isEmpty()) {
                    scaling.add(new PartScaling(part.columns(), constant, part.size()));
                }
                scaling.get(0).add(part);
                for (int row = 0; row < part.size(); row++) {
                    outcomes[(int) part.outcome()[row]] += part.weights()[row];
                }
            });
        } while (scaling.get(0).improve());
        if (columns.size() > scaling.get(0).rows()) {
            throw new InputException("the model has " + columns.size() + " coefficients and only "
                    + scaling.get(0).rows() + " rows to estimate them from; leave terms out");
        }
        return scaling.get(0).basis();
    }

    private void requireFinite() {
        double[][] inverse = solution.information().inverse();
        for (int j = 0; j < inverse.length; j++) {
            if (!(inverse[j][j] < INFINITE * INFINITE)) {
                throw new ConvergenceException(
                        "logistic regression of " + model.formula().outcome()
                                + " in parts did not converge: an estimate runs to infinity" + HINT);
            }
        }
    }

    /** Names of the estimated terms, in the formula's order. */
    public List<String> terms() {
        return tidy().stream().map(Tidy::term).toList();
    }

    /** Terms that are linear combinations of earlier ones and have no estimate. */
    public List<String> aliased() {
        return IntStream.range(0, columns.size())
                .filter(j -> IntStream.of(basis.kept()).noneMatch(kept -> kept == j))
                .mapToObj(j -> columns.get(j).name())
                .toList();
    }

    /** One row a term, on the scale of the log odds. */
    public List<Tidy> tidy() {
        double[] estimates = basis.raw(solution.coefficients());
        double[][] toRaw = basis.toRaw();
        ReferenceDistribution normal = ReferenceDistribution.normal();
        double quantile = normal.quantile(level);
        return IntStream.range(0, estimates.length)
                .boxed()
                .sorted(Comparator.comparingInt(j -> basis.kept()[j]))
                .map(j -> {
                    double error =
                            Math.sqrt(Step.dot(toRaw[j], solution.information().solve(toRaw[j])));
                    double z = estimates[j] / error;
                    return new Tidy(
                            columns.get(basis.kept()[j]).name(),
                            estimates[j],
                            error,
                            z,
                            normal.pValue(z),
                            estimates[j] - quantile * error,
                            estimates[j] + quantile * error,
                            "Wald");
                })
                .toList();
    }

    /**
     * A term's odds ratio.
     *
     * @throws InputException if there is no such term
     */
    public Estimate oddsRatio(String term) {
        Tidy row = tidy().stream()
                .filter(each -> each.term().equals(term))
                .findFirst()
                .orElseThrow(
                        () -> new InputException("no term '" + term + "'; there are " + String.join(", ", terms())));
        return new Estimate(
                Measure.ODDS_RATIO,
                Math.exp(row.estimate()),
                new Interval(Math.exp(row.confLow()), Math.exp(row.confHigh()), level),
                Convention.of("maximum likelihood, logistic", "Wald")
                        .withDenominator(rows.cases().denominator()));
    }

    /** The fit in one row, as {@link Fit#glance()} has it. */
    public Glance glance() {
        double count = outcomes[0] + outcomes[1];
        int parameters = basis.size();
        double nullDeviance = model.formula().intercept()
                ? -2 * (outcomes[0] * Math.log(outcomes[0] / count) + outcomes[1] * Math.log(outcomes[1] / count))
                : 2 * count * Math.log(2);
        double deviance = solution.deviance();
        return new Glance(
                (long) count,
                (long) count - parameters,
                nullDeviance,
                deviance,
                -deviance / 2,
                2 * parameters + deviance,
                parameters * Math.log(count) + deviance);
    }

    /** Which rows are complete, in all parts. */
    public CompleteCases completeCases() {
        return rows.cases();
    }

    /** What a reader should know: the terms that have no estimate. */
    public List<String> notes() {
        return aliased().stream()
                .map(term -> term + " is a linear combination of earlier terms; it has no estimate")
                .toList();
    }

    /** A title, one aligned row a term, and how it was made. */
    @Override
    public String toString() {
        AlignedText text = AlignedText.titled(
                "Logistic regression of", model.formula().outcome(), " in parts, n = " + glance().nobs());
        List<String[]> table = new ArrayList<>();
        table.add(new String[] {"term", "OR", DisplayNumber.shortest(level * 100) + " % CI", "p"});
        for (Tidy row : tidy()) {
            String limits = ratio(row.confLow()) + " to " + ratio(row.confHigh());
            table.add(new String[] {row.term(), ratio(row.estimate()), limits, DisplayNumber.pValue(row.pValue())});
        }
        aliased().forEach(term -> table.add(new String[] {term, "aliased", "", ""}));
        text.table(table);
        text.wrap("Wald intervals and Wald tests");
        if (!levels.references().isEmpty()) {
            text.wrap("reference: " + String.join(", ", levels.references().values()));
        }
        if (model.weights().variable().isPresent()) {
            text.wrap(model.weights().toString());
        }
        text.wrap(completeCases().toString());
        notes().forEach(text::wrap);
        return text.toString();
    }

    private static String ratio(double coefficient) {
        return DisplayNumber.ratio(Math.exp(coefficient));
    }
}
