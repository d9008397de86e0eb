package cohortkit.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.robustness.Dimension;
import cohortkit.claims.robustness.Robustness;
import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.regression.diagnostics.Calibration;
import cohortkit.stats.regression.diagnostics.RocCurve;
import cohortkit.stats.table.TwoByTwo;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class ModelPlotsTest {

    private static final Fit FIT = fit();

    private static Fit fit() {
        Random random = new Random(3);
        double[] x = random.doubles(200).toArray();
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = random.nextDouble() < 0.2 + 0.6 * x[i] ? 1 : 0;
        }
        return Logistic.fit("y ~ x", Cohort.of(Table.create(DoubleColumn.create("x", x), DoubleColumn.create("y", y))));
    }

    @Test
    void a_roc_curve_runs_from_corner_to_corner_and_says_its_area() {
        RocCurve curve = RocCurve.of(FIT);
        Picture picture = RocPlot.of(curve);
        String[] points = SvgElements.of(picture)
                .all("polyline")
                .get(0)
                .getAttribute("points")
                .split(" ", -1);

        assertThat(List.of(points[0], points[points.length - 1])).containsExactlyInAnyOrder("64,344", "364,44");
        assertThat(points).hasSameSizeAs(curve.points());
        assertThat(picture.description()).startsWith("Area " + curve.area(0.95));
    }

    @Test
    void calibration_has_a_square_and_a_sentence_a_group() {
        Picture picture = CalibrationPlot.of(Calibration.of(FIT), 5);

        assertThat(SvgElements.of(picture).all("rect").stream()
                        .filter(rect -> rect.getAttribute("width").equals("8")))
                .hasSize(5);
        assertThat(picture.description().split("Predicted ", -1)).hasSize(6);
    }

    @Test
    void a_robustness_plot_marks_each_way_and_its_choices_by_whether_the_claim_holds() {
        Robustness robustness = grid(List.of("0.8", "0.95", "0.999"), new TwoByTwo(12, 23, 26, 141));
        Picture picture = RobustnessPlot.of(robustness);
        List<Element> marks = SvgElements.of(picture).all("circle");
        long holding = robustness.holding();

        assertThat(holding).isBetween(1L, 5L);
        assertThat(picture.title()).isEqualTo("The claim holds in " + holding + " of 6 analyses");
        assertThat(marks).as("in the curve, and for each of two choices").hasSize(6 * 3);
        assertThat(marks.stream().filter(mark -> mark.getAttribute("fill").equals(Drawing.BLUE)))
                .hasSize((int) holding * 3);
    }

    @Test
    void ways_without_an_estimate_or_on_two_scales_are_refused() {
        Robustness none = Robustness.of(
                List.of(new Dimension("a", List.of("1"))),
                choices -> {
                    throw new InputException("no");
                },
                estimate -> true);
        Robustness mixed = Robustness.of(
                List.of(new Dimension("measure", List.of("RR", "RD"))),
                choices -> choices.containsValue("RR")
                        ? new TwoByTwo(12, 23, 26, 141).riskRatio()
                        : new TwoByTwo(12, 23, 26, 141).riskDifference(),
                estimate -> true);

        assertThatThrownBy(() -> RobustnessPlot.of(none))
                .isInstanceOf(InputException.class)
                .hasMessage("no way through the choices has an estimate; there is nothing to draw");
        assertThatThrownBy(() -> RobustnessPlot.of(mixed))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("do not go on one axis");
    }

    private static Robustness grid(List<String> levels, TwoByTwo table) {
        return Robustness.of(
                List.of(new Dimension("level", levels), new Dimension("measure", List.of("RR", "OR"))),
                choices -> estimate(
                        table, Double.parseDouble(String.valueOf(choices.get("level"))), choices.containsValue("RR")),
                estimate -> estimate.interval().lower() > 1);
    }

    private static Estimate estimate(TwoByTwo table, double level, boolean risk) {
        return risk
                ? table.riskRatio(cohortkit.stats.table.RiskRatioInterval.KATZ_LOG, level)
                : table.oddsRatio(cohortkit.stats.table.OddsRatioInterval.EXACT, level);
    }
}
