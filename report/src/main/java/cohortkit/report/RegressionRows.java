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
import cohortkit.stats.regression.Family;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.ModelTable;
import cohortkit.stats.regression.Regression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A model's terms alone and together, all fits on the rows that are complete in all of them. */
final class RegressionRows {

    private final ModelTable models;
    private final Cohort complete;
    private final Regression model;
    private final Fit together;
    private final boolean binomial;
    private final int[] events;
    private final List<PaperTable.Row> rows = new ArrayList<>();

    RegressionRows(ModelTable models) {
        this.models = models;
        this.model = models.model();
        if (model.weights().variable().isPresent()) {
            throw new InputException("a table of univariable and multivariable estimates counts rows, and "
                    + model.weights() + " would count otherwise; fit the model without weights");
        }
        this.together = models.together();
        this.complete = models.complete();
        this.binomial = model.family() == Family.BINOMIAL;
        this.events = binomial ? complete.events(model.formula().outcome()) : new int[0];
    }

    PaperTable table() {
        for (ModelTable.Part part : models.parts()) {
            if (part.term().operands().size() == 1) {
                main(part);
            }
        }
        models.parts().stream()
                .filter(part -> part.term().operands().size() > 1)
                .flatMap(part -> part.names().stream())
                .forEach(name -> add(PaperTable.Kind.DATA, 0, name, PaperCell.BLANK, none(), cells(together, name)));
        String measure =
                model.model().measure().symbol() + " (" + DisplayNumber.shortest(together.level() * 100) + " % CI)";
        List<String> notes = new ArrayList<>();
        notes.add("Model: " + model.model() + ", " + model.formula() + ". Intervals and p-values: " + method()
                + (models.isAlone() ? "." : ". Univariable estimates rest on the same people."));
        notes.add(models.completeCases() + ".");
        models.strata()
                .ifPresent(variable -> models.notes().stream()
                        .filter(note -> note.contains(" of " + variable))
                        .forEach(note -> notes.add(Words.sentence(note))));
        PaperTable.Column p = new PaperTable.Column(PaperCell.of(CellValue.Symbol.P), PaperTable.Align.RIGHT);
        List<PaperTable.Column> columns = new ArrayList<>(
                List.of(PaperTable.Column.left(""), PaperTable.Column.right(binomial ? "events/n" : "n")));
        columns.addAll(List.of(PaperTable.Column.right(measure), p));
        List<PaperTable.Spanner> spanners = List.of();
        if (!models.isAlone()) {
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

    private String method() {
        return together.tidy().get(0).method();
    }

    private void main(ModelTable.Part part) {
        Formula.Operand operand = part.term().operands().get(0);
        Variable variable = complete.variable(operand.variable());
        String label = Table1Rows.label(variable);
        List<String> names = part.names();
        Optional<Fit> fit = part.alone();
        String why = part.problem().isEmpty() ? "" : Words.sentence(part.problem());
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
        if (operand instanceof Formula.Curve) {
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
        if (!models.isAlone()) {
            cells.addAll(multiple);
        }
        rows.add(new PaperTable.Row(kind, indent, cells));
    }
}
