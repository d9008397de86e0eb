package cohortkit.report;

import cohortkit.core.Cohort;
import cohortkit.core.Count;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import cohortkit.stats.Proportion;
import cohortkit.stats.regression.CoefficientInterval;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The methods of a report in words; names of methods are those of the estimates' own conventions. */
final class StudyMethods {

    private final StudyReport report;
    private final StudyModel model;
    private final Cohort cohort;

    StudyMethods(StudyReport report, StudyModel model) {
        this.report = report;
        this.model = model;
        this.cohort = report.cohort();
    }

    /** Whether a variable has events and others: two levels, or a number that is only 0 or 1. */
    static boolean isBinary(Cohort cohort, String name) {
        try {
            cohort.events(name);
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    List<String> sentences() {
        List<String> all = new ArrayList<>();
        all.add("Analysis: Cohortkit " + Manifest.CODE + "." + files());
        all.add("Outcome: " + shown(report.outcome()) + "; the event is " + event(report.outcome()) + ". Exposure: "
                + shown(report.exposure()) + reference(report.exposure()) + ".");
        all.add("Characteristics: numbers as median and quartiles (R's type 7) where mean and median lie more than 0.2"
                + " standard deviations apart, else as mean and standard deviation; categories as n and percent of those"
                + " in whom they are known. Each row names its test. Differences are standardized.");
        all.add("Prevalences: " + level() + " intervals by "
                + new Proportion(1, 2).estimate().convention().interval() + "'s score method.");
        all.add(association());
        all.add(model());
        all.add("Missing values: nothing is imputed. Each table counts those in whom its variables are known; the"
                + " models rest on " + model.complete().size() + " of " + Count.of(cohort.size(), "participant")
                + ", complete in every variable of the adjusted model.");
        all.add("Intervals are of " + level()
                + ", p-values two-sided, no correction for several comparisons. The interval and"
                + " the p-value of a row are by one method, or the row says otherwise. Printed numbers are rounded"
                + " half up.");
        return all;
    }

    private String level() {
        return DisplayNumber.shortest(report.level() * 100) + " %";
    }

    private String files() {
        return report.files().stream()
                .map(file -> " " + file.name() + ", SHA-256 " + file.sha256() + ".")
                .collect(Collectors.joining());
    }

    private String association() {
        TwoByTwo any = new TwoByTwo(1, 1, 1, 1);
        List<Estimate> measures = new ArrayList<>(List.of(any.riskDifference(), any.riskRatio(), any.oddsRatio()));
        if (isBinary(cohort, report.exposure())) {
            measures.add(any.oddsRatio(OddsRatioInterval.EXACT));
        }
        return "Association: "
                + measures.stream()
                        .map(each -> each.measure().label() + " ("
                                + each.convention().estimator() + "; "
                                + each.convention().interval() + ")")
                        .collect(Collectors.joining(", "))
                + ". No count is changed: there is no continuity correction, and nothing is added to empty cells.";
    }

    private String model() {
        String adjusted = model.isAdjusted()
                ? " Adjusted for "
                        + report.adjusters().stream()
                                .map(name -> shown(name) + reference(name))
                                .collect(Collectors.joining("; "))
                        + "."
                : " There are no adjusters.";
        return "Models: logistic regression by maximum likelihood, " + model.formula() + "; intervals and tests by "
                + CoefficientInterval.WALD.label() + "." + adjusted
                + " Numbers enter as they are, an odds ratio for each unit. Of a separated outcome the one finite"
                + " limit of the profile-likelihood interval is printed, with the likelihood-ratio test.";
    }

    private String shown(String name) {
        String label = Table1Rows.label(cohort.variable(name));
        return label.equals(name) ? name : label + " (" + name + ")";
    }

    private String event(String name) {
        List<Level> levels = cohort.variable(name).levels();
        return levels.isEmpty() ? "1" : levels.get(1).label();
    }

    private String reference(String name) {
        Variable variable = cohort.variable(name);
        return variable.type() == VariableType.CATEGORY
                ? ", reference " + variable.reference().label()
                : "";
    }
}
