package cohortkit.claims.files;

import cohortkit.claims.robustness.AssociationGrid;
import cohortkit.claims.robustness.Claim;
import cohortkit.core.Cohort;
import cohortkit.core.Condition;
import cohortkit.core.Formula;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.core.Variable;
import cohortkit.stats.regression.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The exposure and the outcome that a computation puts together, as a grid of choices takes them.
 *
 * @param cohort all rows, with what the computation derives
 * @param exposure a binary variable, or {@code VAR=LEVEL} of a category
 * @param outcome a binary variable
 * @param adjusters what it is adjusted for
 * @param measure of the association; empty where a test alone is asked for
 * @param isLog whether a coefficient is printed, the logarithm of a ratio
 * @param level of the interval
 */
record Association(
        Cohort cohort,
        String exposure,
        String outcome,
        List<String> adjusters,
        Optional<Measure> measure,
        boolean isLog,
        double level) {

    private static final String ASKED =
            "; the choices are of riskRatio, oddsRatio, riskDifference, coefficient, and p of pearson, yates, fisher,"
                    + " cmh and wald";
    private static final Set<String> OF_TABLES = Set.of("pearson", "yates", "fisher", "cmh");
    private static final Pattern OF_LEVEL = Pattern.compile("(\\w+|`[^`]+`) *= *('[^']+'|\"[^\"]+\"|[\\w.-]+)");
    private static final Pattern TERM = Pattern.compile("(.+)\\[(.+)]");

    /**
     * What a computation asks.
     *
     * @throws InputException if it is no association of rows; the message says why
     */
    static Association of(Compute compute, StudyData data) {
        Compute ofAll = new Compute(
                compute.text(),
                compute.function(),
                compute.arguments(),
                Optional.empty(),
                compute.source(),
                Optional.empty());
        Call call = new Call(ofAll, data);
        boolean isFormula = call.size() > 0 && call.text(0, "").contains("~");
        return switch (compute.function()) {
            case "riskRatio" -> ofTable(call, 0, Optional.of(Measure.RISK_RATIO));
            case "riskDifference" -> ofTable(call, 0, Optional.of(Measure.RISK_DIFFERENCE));
            case "oddsRatio" ->
                isFormula ? ofModel(call, 0, true, false) : ofTable(call, 0, Optional.of(Measure.ODDS_RATIO));
            case "coefficient" -> ofModel(call, 0, true, true);
            case "p" -> ofTest(call);
            default ->
                throw refused(call, "is no association of an exposure and an outcome that are yes or no" + ASKED);
        };
    }

    private static InputException refused(Call call, String why) {
        return new InputException("'" + call + "' " + why);
    }

    private static Association ofTest(Call call) {
        String test = Options.plain(call.text(0, "p(TEST, ...)"));
        if (OF_TABLES.contains(test)) {
            return ofTable(call, 1, Optional.empty());
        }
        if (test.equals("wald")) {
            return ofModel(call, 1, false, false);
        }
        throw refused(call, "is a test of something other than an exposure and an outcome that are yes or no" + ASKED);
    }

    private static void requireRows(Call call, int first) {
        if (call.printedSet(first).isPresent() || call.printedTable(first).isPresent()) {
            throw refused(call, "is computed from printed numbers: there are no rows among which to choose");
        }
        if (call.source().isReconstructed()) {
            throw refused(
                    call, "is computed from reconstructed rows: they are invented, and choices among them say nothing");
        }
    }

    private static Association ofTable(Call call, int first, Optional<Measure> measure) {
        requireRows(call, first);
        String form = "NAME(EXPOSURE, OUTCOME)";
        Options options = call.options(first + 2);
        String exposure = ofLevel(call.cohort(), call.text(first, form)).orElseGet(() -> call.event(first, form));
        String outcome = call.event(first + 1, form);
        List<String> adjusters = options.stratum().stream().toList();
        return new Association(call.cohort(), exposure, outcome, adjusters, measure, false, options.level());
    }

    /** {@code race = 2} of a category with other levels is {@code race=2} of the grid, which then changes its reference. */
    private static Optional<String> ofLevel(Cohort cohort, String text) {
        Matcher matcher = OF_LEVEL.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String level = matcher.group(2).replaceAll("^['\"]|['\"]$", "");
        return cohort.codebook()
                .find(matcher.group(1).replace("`", ""))
                .filter(variable -> variable.levelIndex(level).isPresent())
                .map(variable -> variable.name() + "=" + level);
    }

    private static Association ofModel(Call call, int first, boolean isMeasured, boolean isLog) {
        requireRows(call, first);
        String form = "NAME(FORMULA, TERM)";
        Options options = call.options(first + 2);
        double level = options.level();
        Model model = options.method(Model.LOGISTIC);
        Measure measure = model.measure();
        if (measure != Measure.ODDS_RATIO && measure != Measure.RISK_RATIO && measure != Measure.RISK_DIFFERENCE) {
            throw refused(call, "is of a " + model + " model, whose outcome is not yes or no");
        }
        Formula formula = Formula.parse(call.text(first, form));
        Cohort cohort = call.cohort();
        String exposure = exposure(call, cohort, call.text(first + 1, form));
        int equals = exposure.indexOf('=');
        String exposed = cohort.codebook().find(exposure).isPresent() ? exposure : exposure.substring(0, equals);
        List<String> adjusters = new ArrayList<>();
        for (Formula.Term term : formula.terms()) {
            if (term.operands().size() != 1 || !(term.operands().get(0) instanceof Formula.Plain plain)) {
                throw refused(call, "has the term " + term + "; a grid adjusts for variables as they are");
            }
            adjusters.add(plain.variable());
        }
        if (!formula.offsets().isEmpty() || !formula.intercept()) {
            throw refused(call, "has an offset or no constant; a grid's models have a constant and no offset");
        }
        adjusters.remove(exposed);
        return new Association(
                cohort,
                exposure,
                formula.outcome(),
                adjusters,
                isMeasured ? Optional.of(measure) : Optional.empty(),
                isLog && measure != Measure.RISK_DIFFERENCE,
                level);
    }

    private static String exposure(Call call, Cohort cohort, String term) {
        Matcher matcher = TERM.matcher(term);
        if (matcher.matches()) {
            Variable variable = cohort.variable(matcher.group(1));
            if (variable.levelIndex(matcher.group(2)).isPresent()) {
                return variable.name() + "=" + matcher.group(2);
            }
        }
        throw refused(
                call,
                "asks of the term " + term
                        + ", which is no level of a variable: a number has no exposed and unexposed");
    }

    /** The usual methods first: those of the measure that is printed, then the other ratio if the claim is of any ratio. */
    AssociationGrid grid(Optional<Condition> where, Optional<String> frequency, Claim claim) {
        AssociationGrid grid = AssociationGrid.of(cohort, exposure, outcome)
                .adjustedFor(adjusters.toArray(String[]::new))
                .withLevel(level);
        if (measure.isPresent() && !claim.isOfPValue()) {
            grid = grid.withMeasures(measures(measure.get(), claim.number()).toArray(Measure[]::new));
        }
        if (where.isPresent()) {
            grid = grid.only(where.get().text());
        }
        return frequency.isPresent() ? grid.countedBy(frequency.get()) : grid;
    }

    /** Such as "low = 1=yes". */
    String event() {
        Variable variable = cohort.variable(outcome);
        return outcome + " = "
                + (variable.levels().size() == 2 ? variable.levels().get(1).toString() : "1");
    }

    private static List<Measure> measures(Measure own, double number) {
        if (own == Measure.RISK_DIFFERENCE || number != own.nullValue()) {
            return List.of(own);
        }
        return own == Measure.RISK_RATIO
                ? List.of(Measure.RISK_RATIO, Measure.ODDS_RATIO)
                : List.of(Measure.ODDS_RATIO, Measure.RISK_RATIO);
    }
}
