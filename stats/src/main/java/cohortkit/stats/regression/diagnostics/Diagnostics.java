package cohortkit.stats.regression.diagnostics;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Influence;
import cohortkit.stats.regression.ModelRows;
import cohortkit.stats.regression.Residual;
import cohortkit.stats.regression.VarianceInflation;
import cohortkit.stats.table.TableRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What there is to check in a fit, together: discrimination, calibration, goodness of fit, form of link and terms,
 * collinearity, influence. What does not apply stands among the notes, with the reason. In another cohort only
 * discrimination and calibration can be asked.
 *
 * <pre>{@code
 * var checks = Diagnostics.of(fit);
 * checks.measures().get(0).measure()   // "area under the ROC curve"
 * checks.notes()                       // []
 * }</pre>
 */
public final class Diagnostics {

    private static final int GROUPS = 10;

    private final Fit fit;
    private final Optional<Cohort> cohort;
    private final RiskGrouping grouping;
    private final List<TableRow> measures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Diagnostics(Fit fit, Optional<Cohort> cohort, RiskGrouping grouping) {
        this.fit = fit;
        this.cohort = cohort;
        this.grouping = grouping;
        if (isYesOrNo()) {
            discrimination();
            calibration();
        } else if (cohort.isPresent()) {
            throw new InputException("the outcome '" + fit.model().formula().outcome() + "' is not yes or no; a "
                    + fit.model().model() + " model has no checks in other data");
        }
        if (cohort.isEmpty()) {
            fitOnly();
        }
    }

    /** In the rows of the fit. */
    public static Diagnostics of(Fit fit) {
        return of(fit, RiskGrouping.R);
    }

    /** In the rows of the fit, the Hosmer-Lemeshow test in the groups of another program. */
    public static Diagnostics of(Fit fit, RiskGrouping grouping) {
        return new Diagnostics(fit, Optional.empty(), grouping);
    }

    /**
     * In a cohort that the fit did not see.
     *
     * @throws InputException if it has no outcome, or the outcome is not yes or no
     */
    public static Diagnostics of(Fit fit, Cohort cohort) {
        return new Diagnostics(fit, Optional.of(cohort), RiskGrouping.R);
    }

    private ModelRows rows() {
        return cohort.map(fit::rows).orElseGet(fit::rows);
    }

    private boolean isYesOrNo() {
        return Arrays.stream(fit.rows().outcomes()).allMatch(y -> y == 0 || y == 1);
    }

    private void discrimination() {
        tried("ROC curve", () -> {
            RocCurve curve = cohort.map(c -> RocCurve.of(fit, c)).orElseGet(() -> RocCurve.of(fit));
            Estimate area = curve.area(fit.level());
            double z = (area.value() - 0.5) / curve.standardError();
            measures.add(TableRow.of(area, z, StandardNormal.pValue(z)));
            if (!area.interval().exists()) {
                notes.add("no interval of the area: " + area.convention().zeroCells());
            }
        });
        BrierScore score = cohort.map(c -> BrierScore.of(fit, c)).orElseGet(() -> BrierScore.of(fit));
        add("Brier score", "mean squared error", score.value());
        add("Brier score", "scaled", score.scaled());
        add("calibration", score.spiegelhalter());
    }

    private void calibration() {
        tried("calibration intercept and slope", () -> {
            Calibration calibration = cohort.map(c -> Calibration.of(fit, c)).orElseGet(() -> Calibration.of(fit));
            measures.add(TableRow.of(calibration.intercept(fit.level()), Double.NaN, Double.NaN));
            measures.add(TableRow.of(calibration.slope(fit.level()), Double.NaN, Double.NaN));
        });
        tried(
                "Hosmer-Lemeshow test",
                () -> add(
                        "calibration",
                        cohort.map(c -> HosmerLemeshow.test(fit, c))
                                .orElseGet(() -> HosmerLemeshow.test(fit, GROUPS, grouping))));
    }

    private void fitOnly() {
        tried("pseudo R2", () -> {
            PseudoR2 r2 = PseudoR2.of(fit);
            add("pseudo R2", "McFadden", r2.mcFadden());
            add("pseudo R2", "Cox-Snell", r2.coxSnell());
            add("pseudo R2", "Nagelkerke", r2.nagelkerke());
            if (!Double.isNaN(r2.tjur())) {
                add("pseudo R2", "Tjur", r2.tjur());
            }
        });
        tried("link test", () -> add("form of the link", LinkTest.test(fit)));
        tried("Box-Tidwell test", () -> BoxTidwell.test(fit).values().forEach(test -> add("linearity", test)));
        tried(
                "variance inflation",
                () -> VarianceInflation.of(fit)
                        .forEach(factor ->
                                add("variance inflation", factor.term() + ", df " + factor.df(), factor.factor())));
        tried("influence", () -> {
            Influence influence = fit.influence();
            largest("leverage", influence.leverage());
            largest("Cook's distance", influence.cooksDistance());
            largest("standardized residual", influence.residuals(Residual.STANDARDIZED_DEVIANCE));
        });
        if (isYesOrNo()) {
            EventsPerVariable events = EventsPerVariable.of(fit);
            if (events.coefficients() > 0) {
                add("events a coefficient", events.rarer() + " of the rarer outcome", events.value());
                if (events.value() < 10) {
                    notes.add("few events: " + events);
                }
            }
        }
    }

    private void tried(String what, Runnable check) {
        try {
            check.run();
        } catch (InputException e) {
            notes.add("no " + what + ": " + e.getMessage());
        }
    }

    private void largest(String what, double[] values) {
        int[] positions = rows().positions();
        int at = -1;
        for (int i = 0; i < values.length; i++) {
            boolean more = !Double.isNaN(values[i]) && (at < 0 || Math.abs(values[i]) > Math.abs(values[at]));
            at = more ? i : at;
        }
        if (at >= 0) {
            add(what, "largest, row " + (positions[at] + 1), values[at]);
        }
    }

    private void add(String measure, String method, double value) {
        measures.add(new TableRow(measure, method, value, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    private void add(String what, TestResult test) {
        measures.add(TableRow.of(what, test));
    }

    /** One row a measure or test. */
    public List<TableRow> measures() {
        return List.copyOf(measures);
    }

    /** What does not apply, and what needs care. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** A title and one line a measure. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Diagnostics, n = " + fit.observations());
        int width =
                measures.stream().mapToInt(row -> row.measure().length()).max().orElse(0);
        for (TableRow row : measures) {
            text.append('\n')
                    .append(row.measure())
                    .append(" ".repeat(width - row.measure().length() + 2))
                    .append(line(row));
        }
        notes.forEach(note -> text.append('\n').append(note));
        return text.toString();
    }

    private static String line(TableRow row) {
        String p = DisplayNumber.pValue(row.pValue());
        String test = Double.isNaN(row.pValue())
                ? ""
                : DisplayNumber.fixed(row.statistic(), 2)
                        + (p.startsWith("<") ? ", p < " + p.substring(1) : ", p = " + p);
        if (Double.isNaN(row.estimate())) {
            return test + "  " + row.method();
        }
        String interval = Double.isNaN(row.confLow())
                ? ""
                : " (" + DisplayNumber.fixed(row.confLow(), 4) + " to " + DisplayNumber.fixed(row.confHigh(), 4) + ")";
        return DisplayNumber.fixed(row.estimate(), 4) + interval + "  " + row.method();
    }
}
