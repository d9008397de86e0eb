package cohortkit.stats.regression.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.stats.regression.DataSet;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.VarianceInflation;
import cohortkit.stats.regression.Weights;
import cohortkit.stats.table.TableRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Closed forms and edges of the checks. */
class DiagnosticsTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight", "race=1|2|3;smoke=0|1");
    private static final Fit FIT = Logistic.fit("low ~ age + lwt + smoke + race", BIRTHS);

    /** x is the risk's order; one overlap. */
    private static final Cohort SMALL =
            DataSet.of("y x", new double[] {0, 0, 1, 0, 1, 1}, new double[] {1, 2, 3, 4, 5, 6});

    @Test
    void area_of_a_hand_made_curve() {
        // 9 pairs, 8 concordant; events are placed at 2/3, 1, 1 and others at 1, 1, 2/3.
        RocCurve curve = RocCurve.of(Logistic.fit("y ~ x", SMALL));
        assertThat(curve.area()).isCloseTo(8.0 / 9, within(1e-15));
        assertThat(curve.standardError()).isCloseTo(Math.sqrt(2 * (2.0 / 3 / 9 / 2) / 3), within(1e-15));
        assertThat(curve.points()).hasSize(7);
        assertThat(curve.points().get(0).sensitivity()).isEqualTo(1);
        assertThat(curve.points().get(6)).isEqualTo(new RocPoint(Double.POSITIVE_INFINITY, 0, 1));
        assertThat(curve.youden().sensitivity() + curve.youden().specificity()).isCloseTo(5.0 / 3, within(1e-15));
        assertThat(curve.area(0.95).interval().upper()).isEqualTo(1);
        assertThat(curve).hasToString("AUC " + curve.area(0.95));
    }

    @Test
    void ties_count_half() {
        Cohort tied = DataSet.of("y x", new double[] {0, 1, 0, 1}, new double[] {1, 1, 2, 2});
        assertThat(RocCurve.of(Logistic.fit("y ~ x", tied)).area()).isEqualTo(0.5);
    }

    @Test
    void a_perfect_curve_in_new_data_has_area_1_and_no_interval() {
        Fit fit = Logistic.fit("y ~ x", SMALL);
        Cohort apart = DataSet.of("y x", new double[] {0, 0, 1, 1}, new double[] {1, 2, 5, 6});
        RocCurve curve = RocCurve.of(fit, apart);
        assertThat(curve.area()).isEqualTo(1);
        assertThat(curve.standardError()).isZero();
        assertThat(curve.area(0.95).interval().exists()).isFalse();
        assertThat(curve.area(0.95).convention().zeroCells()).contains("variance is 0");
        Diagnostics checks = Diagnostics.of(fit, apart);
        assertThat(checks.notes()).anyMatch(note -> note.startsWith("no interval of the area"));
        Estimate slope = Calibration.of(fit, apart).slope(0.95);
        assertThat(slope.value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(slope.interval().lower()).isFinite();
        assertThat(slope.convention().zeroCells()).isNotEmpty();
    }

    @Test
    void one_class_only_is_an_error_that_names_the_outcome() {
        Fit fit = Logistic.fit("y ~ x", SMALL);
        Cohort healthy = DataSet.of("y x", new double[] {0, 0, 0}, new double[] {1, 2, 5});
        assertThatThrownBy(() -> RocCurve.of(fit, healthy))
                .isInstanceOf(InputException.class)
                .hasMessage("all 3 rows have no event of 'y'; a ROC curve needs both");
        assertThatThrownBy(() -> Calibration.of(fit, healthy)).hasMessageContaining("calibration needs both");
        assertThat(BrierScore.of(fit, healthy).scaled()).isNaN();
        assertThat(BrierScore.of(fit, healthy)).asString().endsWith("scaled NA");
        Cohort unknown = DataSet.of("x", new double[] {1, 2, 5});
        assertThatThrownBy(() -> RocCurve.of(fit, unknown)).hasMessage("no row has all predictors and the outcome 'y'");
        Cohort one = DataSet.of("y x", new double[] {0, 0, 1}, new double[] {1, 2, 5});
        assertThat(RocCurve.of(fit, one).area(0.95).convention().zeroCells())
                .isEqualTo("DeLong needs two events and two others");
    }

    @Test
    void frequency_weights_are_people() {
        Cohort grouped = DataSet.named("sleep-survey-grouped");
        Fit weighted = Logistic.fit("insomnia_symptom ~ leg_jerks + sex", grouped, Weights.frequency("n"));
        RocCurve curve = RocCurve.of(weighted);
        assertThat(curve.area(0.95).convention().denominator()).isEqualTo("3632 events, 8970 others");
        List<CalibrationGroup> groups = Calibration.of(weighted).groups(4);
        assertThat(groups.stream().mapToLong(CalibrationGroup::n).sum()).isEqualTo(12602);
        assertThat(groups.stream().mapToLong(CalibrationGroup::events).sum()).isEqualTo(3632);
        assertThat(groups.get(0).observed(0.95).interval().exists()).isTrue();
    }

    @Test
    void a_logistic_fit_is_calibrated_in_its_own_rows() {
        assertThat(Calibration.of(FIT).intercept(0.95).value()).isZero();
        assertThat(Calibration.of(FIT).slope(0.95).value()).isCloseTo(1, within(1e-10));
        assertThat(Calibration.of(FIT)).hasToString("calibration of 189 rows with 59 events");
        assertThat(Calibration.of(FIT).curve()).hasSize(100);
    }

    @Test
    void curves_of_other_rows_cannot_be_compared() {
        Fit fewer = Logistic.fit("low ~ age", BIRTHS.where(row -> row.number("age") > 20));
        assertThatThrownBy(() -> RocCurve.compare(RocCurve.of(FIT), RocCurve.of(fewer)))
                .hasMessageContaining("do not rest on the same rows");
        assertThat(RocCurve.compare(RocCurve.of(FIT), RocCurve.of(FIT)).pValue())
                .isEqualTo(1);
    }

    @Test
    void what_a_model_cannot_be_asked() {
        Fit linear = Model.LINEAR.of("bwt ~ age").fit(BIRTHS);
        Fit two = Logistic.fit("low ~ smoke", BIRTHS);
        assertThatThrownBy(() -> RocCurve.of(linear)).hasMessageContaining("the outcome of bwt ~ age is not yes or no");
        assertThatThrownBy(() -> PseudoR2.of(linear)).hasMessageContaining("a linear model has an R2");
        assertThatThrownBy(() -> Diagnostics.of(linear, BIRTHS)).hasMessageContaining("no checks in other data");
        assertThatThrownBy(() -> HosmerLemeshow.test(two)).hasMessageContaining("needs at least 3");
        assertThatThrownBy(() -> HosmerLemeshow.test(FIT, 1)).hasMessage("at least 2 groups are needed; was 1");
        assertThatThrownBy(() -> LinkTest.test(two)).hasMessageContaining("fewer than 3 values");
        assertThat(BoxTidwell.test(two)).isEmpty();
        assertThatThrownBy(() -> BoxTidwell.test(Logistic.fit("low ~ ftv", BIRTHS)))
                .hasMessageContaining("'ftv' is 0 in a row");
        assertThat(VarianceInflation.of(two)).singleElement().hasToString("smoke: VIF 1.00");
    }

    @Test
    void everything_together() {
        Diagnostics checks = Diagnostics.of(FIT);
        assertThat(checks.measures())
                .extracting(TableRow::measure)
                .contains(
                        "area under the ROC curve",
                        "Brier score",
                        "calibration slope",
                        "pseudo R2",
                        "form of the link",
                        "linearity",
                        "variance inflation",
                        "Cook's distance",
                        "events a coefficient");
        assertThat(checks.notes()).isEmpty();
        assertThat(checks.toString().lines().allMatch(line -> line.length() <= 80))
                .isTrue();
        Fit crowded = Logistic.fit("low ~ age + lwt + smoke + race + ht + ui + ptl", BIRTHS);
        assertThat(Diagnostics.of(crowded).notes())
                .anyMatch(note -> note.equals("few events: 7.4 events a coefficient (59 of 189, 8 coefficients)"));
    }

    @Test
    void counts_and_measurements_have_fewer_checks() {
        Fit counts = Model.POISSON.of("ftv ~ age + race").fit(BIRTHS);
        assertThat(Diagnostics.of(counts).measures())
                .extracting(TableRow::measure)
                .contains("pseudo R2", "leverage")
                .doesNotContain("Brier score", "events a coefficient");
        Fit linear = Model.LINEAR.of("bwt ~ age + race").fit(BIRTHS);
        assertThat(Diagnostics.of(linear).notes()).anyMatch(note -> note.startsWith("no pseudo R2"));
    }

    @Test
    void rows_without_an_outcome_do_not_count() {
        Fit fit = Logistic.fit("y ~ x", SMALL);
        Cohort holes = DataSet.of("y x", new double[] {0, Double.NaN, 1, 0, 1}, new double[] {1, 9, 3, 4, 5});
        assertThat(RocCurve.of(fit, holes).area()).isEqualTo(0.75);
        Cohort other = BIRTHS.derive(Variable.binary("y", ""), row -> row.number("low") == 1)
                .derive(Variable.number("x", ""), row -> row.number("age"));
        assertThatThrownBy(() -> RocCurve.of(fit, other))
                .hasMessage("the event of the new data is y = yes, that of the fit y = 1; give both the same codebook");
    }
}
