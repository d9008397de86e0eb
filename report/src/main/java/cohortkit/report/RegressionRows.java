package cohortkit.report;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.Formula;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Scale;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import cohortkit.stats.regression.CoefficientInterval;
import cohortkit.stats.regression.Family;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.Regression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A model's terms alone and together, all fits on the rows that are complete in all of them. */
final class RegressionRows {

    private final Cohort complete;
    private final Regression model;
    private final CoefficientInterval method;
    private final Fit together;
    private final boolean binomial;
    private final int[] events;
    private final List<PaperTable.Row> rows = new ArrayList<>();

    RegressionRows(Cohort cohort, Regression model, CoefficientInterval method) {
        if (model.weights().variable().isPresent()) {
            throw new InputException("a table of univariable and multivariable estimates counts rows, and "
                    + model.weights() + " would count otherwise; fit the model without weights");
        }
        this.model = model;
        this.method = method;
        this.together = model.fit(cohort).with(method);
        this.complete = cohort.where(
                "incomplete", p -> model.formula().variables().stream().noneMatch(p::isMissing));
        this.binomial = model.family() == Family.BINOMIAL;
        this.events = binomial ? complete.events(model.formula().outcome()) : new int[0];
    }

    PaperTable table() {
        for (Formula.Term term : model.formula().terms()) {
            if (term.operands().size() == 1) {
                main(term, complete.variable(term.operands().get(0).variable()));
            }
        }
        Stream.concat(together.terms().stream(), together.aliased().stream())
                .filter(term -> term.contains(":"))
                .forEach(term -> add(PaperTable.Kind.DATA, 0, term, PaperCell.BLANK, none(), cells(together, term)));
        String measure = model.model().measure().symbol() + " (95 % CI)";
        List<String> notes = new ArrayList<>();
        notes.add("Model: " + model.model() + ", " + model.formula() + ". Intervals and p-values: " + method.label()
                + (isAlone() ? "." : ". Univariable estimates rest on the same people."));
        notes.add(together.completeCases() + ".");
        PaperTable.Column p = new PaperTable.Column(PaperCell.of(CellValue.Symbol.P), PaperTable.Align.RIGHT);
        List<PaperTable.Column> columns = new ArrayList<>(
                List.of(PaperTable.Column.left(""), PaperTable.Column.right(binomial ? "events/n" : "n")));
        columns.addAll(List.of(PaperTable.Column.right(measure), p));
        List<PaperTable.Spanner> spanners = List.of();
        if (!isAlone()) {
            columns.addAll(List.of(PaperTable.Column.right(measure), p));
            spanners =
                    List.of(new PaperTable.Spanner("univariable", 2, 3), new PaperTable.Spanner("multivariable", 4, 5));
        }
        return new PaperTable(
                "Associations with "
                        + Table1Rows.label(complete.variable(model.formula().outcome())),
                columns,
                spanners,
                rows,
                notes);
    }

    /** A model of one term is not beside itself. */
    private boolean isAlone() {
        return model.formula().terms().size() == 1;
    }

    private void main(Formula.Term term, Variable variable) {
        String label = Table1Rows.label(variable);
        Formula alone = new Formula(
                model.formula().outcome(),
                List.of(term),
                model.formula().offsets(),
                model.formula().intercept());
        boolean isCurve = term.operands().get(0) instanceof Formula.Curve;
        List<String> names = Stream.concat(together.terms().stream(), together.aliased().stream())
                .filter(name -> isCurve
                        ? name.startsWith(term.toString())
                        : name.equals(variable.name()) || name.startsWith(variable.name() + "["))
                .filter(name -> !name.contains(":"))
                .toList();
        Optional<Fit> single = Optional.empty();
        String problem = "";
        try {
            single = Optional.of(new Regression(alone, model.family(), model.link(), model.weights())
                    .fit(complete)
                    .with(method));
        } catch (InputException e) {
            problem = GroupDifference.sentence(e);
        }
        String why = problem;
        Optional<Fit> fit = single;
        if (names.equals(List.of(variable.name()))) {
            add(
                    PaperTable.Kind.DATA,
                    0,
                    label,
                    counted(row -> true),
                    alone(fit, variable.name(), why),
                    cells(together, variable.name()));
            return;
        }
        if (isCurve) {
            for (String name : names) {
                add(PaperTable.Kind.DATA, 0, name, counted(row -> true), alone(fit, name, why), cells(together, name));
            }
            return;
        }
        add(PaperTable.Kind.DATA, 0, label, PaperCell.BLANK, none(), none());
        reference(names, variable);
        for (String name : names) {
            String code = name.substring(variable.name().length() + 1, name.length() - 1);
            add(
                    PaperTable.Kind.DATA,
                    1,
                    shown(variable, code),
                    counted(at(variable, code)),
                    alone(fit, name, why),
                    cells(together, name));
        }
    }

    private void reference(List<String> names, Variable variable) {
        names.stream().filter(together.terms()::contains).findFirst().ifPresent(name -> {
            String reference = together.estimate(name).convention().reference();
            String prefix = variable.name() + " = ";
            if (reference.startsWith(prefix)) {
                String code = reference.substring(prefix.length());
                List<PaperCell> cells = List.of(PaperCell.text("reference"), PaperCell.BLANK);
                add(PaperTable.Kind.REFERENCE, 1, shown(variable, code), counted(at(variable, code)), cells, cells);
            }
        });
    }

    private static String shown(Variable variable, String code) {
        return variable.levels().stream()
                .filter(level -> level.code().equals(code))
                .map(Level::label)
                .findFirst()
                .orElse(code);
    }

    private IntPredicate at(Variable variable, String code) {
        if (variable.type() == VariableType.CATEGORY) {
            int[] levels = complete.levels(variable.name());
            int wanted = variable.levelIndex(code).orElse(-1);
            return row -> levels[row] == wanted;
        }
        double[] numbers = complete.numbers(variable.name());
        return row -> DisplayNumber.shortest(numbers[row]).equals(code);
    }

    /** Events of people, or people alone where the outcome has no events. */
    private PaperCell counted(IntPredicate wanted) {
        long people = IntStream.range(0, complete.size()).filter(wanted).count();
        if (!binomial) {
            return PaperCell.count(people);
        }
        long with = IntStream.range(0, complete.size())
                .filter(wanted)
                .filter(row -> events[row] == 1)
                .count();
        return PaperCell.of(new CellValue.CountOf(with, people));
    }

    private static List<PaperCell> none() {
        return List.of(PaperCell.BLANK, PaperCell.BLANK);
    }

    private static List<PaperCell> alone(Optional<Fit> fit, String term, String problem) {
        return fit.map(found -> cells(found, term))
                .orElse(List.of(PaperCell.text("NA").withFootnote(problem), PaperCell.BLANK));
    }

    /** The estimate on the scale of print, and the p-value by the method of its interval. */
    private static List<PaperCell> cells(Fit fit, String term) {
        if (!fit.terms().contains(term)) {
            return List.of(
                    PaperCell.text("NA")
                            .withFootnote("Aliased: a combination of terms before it, without an estimate."),
                    PaperCell.BLANK);
        }
        boolean ratio = fit.model().model().measure().scale() == Scale.LOG;
        double p = fit.tidy().get(fit.terms().indexOf(term)).pValue();
        Estimate estimate = ratio ? fit.ratio(term) : fit.estimate(term);
        return List.of(estimate(fit, term, estimate), PaperCell.of(new CellValue.PValue(p)));
    }

    private static PaperCell estimate(Fit fit, String term, Estimate estimate) {
        if (fit.separation().isEmpty() || Double.isFinite(fit.estimate(term).value())) {
            return PaperCell.of(new CellValue.Estimated(estimate));
        }
        if (!CellValue.OneSided.fits(estimate)) {
            return PaperCell.text("NA")
                    .withFootnote("No estimate: " + estimate.convention().zeroCells() + ".");
        }
        PaperCell limit = PaperCell.of(new CellValue.OneSided(estimate))
                .withFootnote("No finite estimate, the outcome is separated: the one finite limit of the "
                        + DisplayNumber.shortest(fit.level() * 100)
                        + " % profile-likelihood interval; p by likelihood ratio.");
        return fit.model().model() == Model.LOGISTIC ? limit.withFootnote(firth(fit, term)) : limit;
    }

    private static String firth(Fit fit, String term) {
        try {
            return "Firth's penalized likelihood: " + fit.firth().oddsRatio(term) + ".";
        } catch (InputException e) {
            return "Firth's penalized likelihood gives no estimate either: " + e.getMessage() + ".";
        }
    }

    private void add(
            PaperTable.Kind kind,
            int indent,
            String label,
            PaperCell counted,
            List<PaperCell> single,
            List<PaperCell> multiple) {
        List<PaperCell> cells = new ArrayList<>(List.of(PaperCell.text(label), counted));
        cells.addAll(single);
        if (!isAlone()) {
            cells.addAll(multiple);
        }
        rows.add(new PaperTable.Row(kind, indent, cells));
    }
}
