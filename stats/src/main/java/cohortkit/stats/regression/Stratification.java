package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Formula;
import cohortkit.core.Formula.Coded;
import cohortkit.core.Formula.Term;
import cohortkit.core.InputException;
import cohortkit.core.Missing;
import cohortkit.core.Row;
import cohortkit.core.VariableType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The strata of a model: which carry information, and the model that has an intercept for each of those. */
final class Stratification {

    /** Fewer observations a stratum than this, and a note says that intercepts bias odds ratios. */
    private static final int FEW = 10;

    private static final Missing UNSEEN = new Missing("a stratum that the fit did not see");
    private static final Missing UNINFORMATIVE = new Missing("a stratum without information");

    private static final int MOST_PENALIZED = 20;

    private final Regression model;
    private final Coded stratum;
    private final Cohort cohort;
    private final CompleteCases cases;
    private final Factor factor;
    private final int[] rows;
    private final double[] events;
    private double people;
    private int leftOut;
    private int lostRows;

    Stratification(Regression model, String variable, Cohort cohort) {
        this.model = model;
        this.stratum = new Coded(variable, Optional.empty());
        this.cohort = cohort;
        requireApart(variable);
        Regression whole = whole();
        Present present = Present.of(whole, cohort);
        double[] weights = model.weights().values(cohort);
        int[] analyzed = present.rows(weights, model.weights());
        this.cases = present.cases(analyzed.length);
        FrameReader reader = new FrameReader(cohort, analyzed, present::numbers);
        double[] outcome = reader.outcome(whole);
        this.factor = reader.factor(stratum);
        this.rows = new int[factor.levels().size()];
        this.events = new double[rows.length];
        for (int i = 0; i < analyzed.length; i++) {
            rows[factor.code(i)]++;
            events[factor.code(i)] += outcome[i];
        }
        for (int level = 0; level < rows.length; level++) {
            if (!isInformative(level)) {
                leftOut++;
                lostRows += rows[level];
            }
        }
        for (int i = 0; i < analyzed.length; i++) {
            if (isInformative(factor.code(i))) {
                people += model.weights().kind() == Weights.Kind.FREQUENCY ? weights[analyzed[i]] : 1;
            }
        }
    }

    private void requireApart(String variable) {
        if (model.formula().variables().contains(variable)) {
            throw new InputException("'" + variable + "' is in the formula " + model.formula()
                    + " and has the strata; a stratum's intercept takes all of it. Leave it out of the formula, or ask"
                    + " for factor(" + variable + ") in place of strata");
        }
        if (!model.formula().intercept()) {
            throw new InputException("the formula " + model.formula() + " has no intercept, strata of '" + variable
                    + "' have one each; leave out the - 1 or the strata");
        }
    }

    /** The strata first, so that what does not vary within them is found to be aliased. */
    private Regression whole() {
        Formula formula = model.formula();
        List<Term> terms = new ArrayList<>(List.of(new Term(List.of(stratum))));
        terms.addAll(formula.terms());
        return model.with(new Formula(formula.outcome(), terms, formula.offsets(), true));
    }

    /**
     * Whether the likelihood of a stratum, at the best intercept, depends on the other coefficients. With the log link a
     * stratum of events only does: no risk is above 1.
     */
    private boolean isInformative(int level) {
        return switch (model.link()) {
            case LOGIT -> events[level] > 0 && events[level] < rows[level];
            case LOG -> events[level] > 0;
            case IDENTITY -> true;
        };
    }

    /** The fit to the strata that carry information, by Wald's method. */
    Fit fit() {
        Set<String> lost = new HashSet<>();
        for (int level = 0; level < rows.length; level++) {
            if (!isInformative(level)) {
                lost.add(factor.levels().get(level));
            }
        }
        if (strata() == 0) {
            throw new InputException("in none of the " + rows.length + " strata of '" + stratum.variable() + "' does "
                    + model.formula().outcome() + " vary; there is nothing to model within them");
        }
        boolean category = cohort.variable(stratum.variable()).type() == VariableType.CATEGORY;
        Cohort informative =
                lost.isEmpty() ? cohort : cohort.exclude(lostNote(), row -> lost.contains(level(row, category)));
        Regression fitted = strata() == 1 ? model : whole();
        return model.model() == Model.LOG_BINOMIAL ? LogBinomial.fit(fitted, informative) : fitted.fit(informative);
    }

    /** With all strata, which are finite under the penalty. */
    FirthFit firth() {
        int smallest = Arrays.stream(rows).min().orElse(0);
        if (rows.length > MOST_PENALIZED || smallest < FEW) {
            throw new InputException("Firth's penalized likelihood takes the intercepts of at most " + MOST_PENALIZED
                    + " strata of at least " + FEW + " rows each; there are " + rows.length + " strata of '"
                    + variable()
                    + "', the smallest of " + smallest + (smallest == 1 ? " row" : " rows")
                    + ". Ask for the exact conditional method, which has no intercepts");
        }
        String note = rows.length + " strata of " + variable() + ", an intercept each";
        return whole().firth(cohort).without(intercepts(), variable(), note);
    }

    /** As the factor has it; a row without a stratum is of none. */
    private String level(Row row, boolean category) {
        if (row.isMissing(stratum.variable())) {
            return "";
        }
        return category ? row.level(stratum.variable()) : DisplayNumber.shortest(row.number(stratum.variable()) + 0.0);
    }

    /** Why a row has no intercept; null if it has one, or no stratum. */
    Missing[] without(Cohort people) {
        boolean category = people.variable(stratum.variable()).type() == VariableType.CATEGORY;
        Missing[] reasons = new Missing[people.size()];
        for (int row = 0; row < reasons.length; row++) {
            int level = factor.levels().indexOf(level(people.row(row), category));
            if (people.missing(row, stratum.variable()).isEmpty() && (level < 0 || !isInformative(level))) {
                reasons[row] = level < 0 ? UNSEEN : UNINFORMATIVE;
            }
        }
        return reasons;
    }

    /** Names of the columns that are the strata's. */
    Set<String> intercepts() {
        Set<String> names = new HashSet<>(Set.of("(Intercept)"));
        for (int level = 0; level < rows.length; level++) {
            names.add(factor.name(level));
        }
        return names;
    }

    /** How many have an intercept. */
    int strata() {
        return rows.length - leftOut;
    }

    /** Whether a term is that of the strata. */
    boolean isTerm(String term) {
        return term.equals(new Term(List.of(stratum)).toString());
    }

    String variable() {
        return stratum.variable();
    }

    /** Of all rows, whether their strata carry information or not. */
    CompleteCases cases() {
        return cases;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                strata() == 1
                        ? "1 stratum of " + variable() + ", with an intercept"
                        : strata() + " strata of " + variable() + ", an intercept each");
        if (leftOut > 0) {
            notes.add(lostNote() + "; left out");
        }
        if (model.link() == Link.LOGIT && strata() > 1 && people < FEW * strata()) {
            notes.add("only " + (long) people + " observations in " + strata()
                    + " strata: so many intercepts take odds ratios away from 1;"
                    + " the exact conditional method (cohort fit --exact) or Mantel-Haenszel (cohort table --strata)"
                    + " does not");
        }
        return notes;
    }

    private String lostNote() {
        return leftOut + (leftOut == 1 ? " stratum of " : " strata of ") + variable() + " (" + lostRows
                + (lostRows == 1 ? " row" : " rows") + ") without information, as "
                + model.formula().outcome()
                + (model.link() == Link.LOGIT ? " does not vary there" : " has no event there");
    }
}
