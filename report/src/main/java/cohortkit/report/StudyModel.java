package cohortkit.report;

import cohortkit.core.Cohort;
import cohortkit.core.Formula;
import cohortkit.core.InputException;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.LikelihoodRatio;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.ModelTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The logistic models of a report: the exposure alone, and with the adjusters, on the same people. */
final class StudyModel {

    private final StudyReport report;
    private final Cohort complete;

    StudyModel(StudyReport report) {
        this.report = report;
        Cohort left = report.cohort();
        for (String name : variables()) {
            if (!left.missing(name).isEmpty()) {
                left = left.exclude(left.variable(name).label() + " missing", p -> p.isMissing(name));
            }
        }
        this.complete = left;
    }

    /** Outcome, exposure, adjusters. */
    List<String> variables() {
        Set<String> names = new LinkedHashSet<>(List.of(report.outcome(), report.exposure()));
        names.addAll(report.adjusters());
        return List.copyOf(names);
    }

    /** Those in whom every variable of the model is known. */
    Cohort complete() {
        return complete;
    }

    Formula formula() {
        List<String> terms = variables();
        return formula(terms.subList(1, terms.size()));
    }

    private Formula formula(List<String> names) {
        List<Formula.Term> terms = names.stream()
                .map(name -> new Formula.Term(List.of(new Formula.Plain(name))))
                .toList();
        return new Formula(report.outcome(), terms, List.of(), true);
    }

    boolean isAdjusted() {
        return !report.adjusters().isEmpty();
    }

    Fit adjusted() {
        return Model.LOGISTIC.of(formula()).fit(complete).withLevel(report.level());
    }

    Fit crude() {
        return Model.LOGISTIC
                .of(formula(List.of(report.exposure())))
                .fit(complete)
                .withLevel(report.level());
    }

    /** The exposure's terms of a fit, without interactions. */
    List<String> exposureTerms(Fit fit) {
        String exposure = report.exposure();
        return fit.terms().stream()
                .filter(term -> term.equals(exposure) || term.startsWith(exposure + "["))
                .toList();
    }

    PaperTable table() {
        return PaperTables.regression(
                ModelTable.of(Model.LOGISTIC.of(formula()), report.cohort()).withLevel(report.level()));
    }

    /** One test of the exposure where it has several terms, and what the fit says of itself. */
    List<String> remarks() {
        Fit fit = adjusted();
        List<String> remarks = new ArrayList<>();
        if (exposureTerms(fit).size() > 1) {
            remarks.add(together(fit));
        }
        remarks.addAll(fit.notes());
        return remarks;
    }

    private String together(Fit fit) {
        String what = "All levels of the exposure together: ";
        try {
            Fit without = Model.LOGISTIC.of(formula(report.adjusters())).fit(complete);
            return what + LikelihoodRatio.test(without, fit) + ".";
        } catch (InputException e) {
            return what + "no test, " + e.getMessage() + ".";
        }
    }

    /** The conventions of the estimates, each once. */
    List<String> conventions() {
        return Stream.of(crude(), adjusted())
                .flatMap(fit -> exposureTerms(fit).stream()
                        .map(term -> term + ": " + fit.ratio(term).convention()))
                .distinct()
                .toList();
    }
}
