package cohortkit.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.Flow;
import cohortkit.core.InputException;
import cohortkit.stats.Prevalence;
import cohortkit.stats.table.RiskRatioInterval;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PlotsTest {

    private static final Estimate RATIO = new TwoByTwo(16, 30, 46, 241).riskRatio();

    private static List<ForestPlot.Row> rows(int count) {
        List<ForestPlot.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(ForestPlot.Row.of(
                    "level " + "with many words ".repeat(i % 5) + i, new TwoByTwo(5 + i, 30, 7, 40).riskRatio()));
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 17, 40})
    void no_words_run_into_each_other_or_over_the_edge(int count) {
        for (Picture picture : List.of(
                ForestPlot.of("Risk ratios", rows(count)), DoseResponse.of("Risk ratios", "exposure", rows(count)))) {
            List<SvgElements.Text> texts = SvgElements.of(picture).texts();
            for (int i = 0; i < texts.size(); i++) {
                SvgElements.Text text = texts.get(i);
                assertThat(text.left()).as(text.words()).isGreaterThanOrEqualTo(0);
                assertThat(text.right()).as(text.words()).isLessThanOrEqualTo(picture.width());
                assertThat(text.base()).as(text.words()).isLessThanOrEqualTo(picture.height());
                assertThat(texts.subList(i + 1, texts.size())).as(text.words()).noneMatch(text::overlaps);
            }
        }
    }

    @Test
    void equal_ratios_are_equally_far_apart() {
        Axis axis = new Axis(true, 0.1, 10, 0, 200);

        assertThat(axis.at(1)).isEqualTo(100, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(axis.ticks()).containsExactly(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0);
        assertThat(new Axis(false, -0.3, 0.31, 0, 1).ticks()).hasSize(7).contains(0.0);
        assertThat(new Axis(true, 1e-9, 1e9, 0, 1).ticks()).hasSizeBetween(4, 12);
    }

    @Test
    void an_infinite_limit_is_an_arrow_and_is_told_in_words() {
        Picture finite = ForestPlot.of("t", List.of(ForestPlot.Row.of("a", RATIO)));
        Estimate none = new TwoByTwo(0, 20, 5, 40).riskRatio(RiskRatioInterval.KOOPMAN_SCORE);
        Picture infinite = ForestPlot.of("t", List.of(ForestPlot.Row.of("a", RATIO), ForestPlot.Row.of("b", none)));

        assertThat(SvgElements.of(finite).all("polygon")).isEmpty();
        assertThat(SvgElements.of(infinite).all("polygon")).hasSize(1);
        assertThat(infinite.description()).contains("b: 0 (0 to 1.55)");
    }

    @Test
    void a_limit_far_beyond_the_others_is_clipped() {
        Estimate wide = new TwoByTwo(1, 3000, 1, 40).riskRatio();
        Picture picture =
                ForestPlot.of("t", List.of(ForestPlot.Row.of("narrow", RATIO), ForestPlot.Row.of("wide", wide)));

        assertThat(SvgElements.of(picture).all("polygon")).hasSize(1);
        assertThat(picture.description()).contains("wide: 0.0137 (0.000869 to 0.21)");
    }

    @Test
    void a_plot_has_one_measure_and_at_least_one_estimate() {
        TwoByTwo table = new TwoByTwo(16, 30, 46, 241);
        List<ForestPlot.Row> mixed =
                List.of(ForestPlot.Row.of("a", table.riskRatio()), ForestPlot.Row.of("b", table.oddsRatio()));

        assertThatThrownBy(() -> ForestPlot.of("t", mixed))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "a plot has one axis: risk ratio and odds ratio do not go on it together; make a plot of each");
        assertThatThrownBy(() -> DoseResponse.of("t", "x", List.of(ForestPlot.Row.words("a", "reference"))))
                .isInstanceOf(InputException.class)
                .hasMessage("a plot needs at least one estimate; no row has one");
    }

    @Test
    void the_reference_of_a_dose_response_is_a_ring_at_the_value_of_no_association() {
        SvgElements svg = SvgElements.of(DoseResponse.of(
                "t", "x", List.of(ForestPlot.Row.words("never", "reference"), ForestPlot.Row.of("often", RATIO))));
        Element ring = svg.all("circle").get(0);
        Element nil = svg.all("line").stream()
                .filter(line -> line.hasAttribute("stroke-dasharray"))
                .findFirst()
                .orElseThrow();

        assertThat(ring.getAttribute("cy")).isEqualTo(nil.getAttribute("y1"));
    }

    @Test
    void the_flow_has_a_box_a_step_and_its_own_numbers() {
        Flow flow = new Flow(
                189, List.of(new Flow.Step("younger than 18", 25, 3, 164), new Flow.Step("no consent", 4, 0, 160)));
        Picture picture = FlowDiagram.of(flow);

        assertThat(picture.description())
                .isEqualTo(
                        "At the start: 189. Excluded, younger than 18: 25 (not decided, a value is missing: 3). Left:"
                                + " 164. Excluded, no consent: 4. Remaining: 160");
        assertThat(SvgElements.of(picture).texts())
                .extracting(SvgElements.Text::words)
                .contains("Left: 164", "Remaining: 160");
        Picture cut = FlowDiagram.of(new Flow(9, List.of(new Flow.Step("a reason of many words ".repeat(9), 4, 0, 5))));
        assertThat(SvgElements.of(cut).texts())
                .extracting(SvgElements.Text::words)
                .anyMatch(words -> words.startsWith("Excluded, a reason") && words.endsWith("…: 4"));
    }

    @Test
    void bars_begin_at_zero_and_their_length_is_the_share() {
        Cohort cohort = Cohort.of(Table.create(
                StringColumn.create("rls", "yes", "no", "no", "no", "yes", "no"),
                StringColumn.create("sex", "f", "f", "f", "f", "m", "m")));
        List<Element> bars = SvgElements.of(PrevalenceBars.of(Prevalence.by(cohort, "rls", "sex"))).all("rect").stream()
                .filter(bar -> bar.getAttribute("fill").equals(Drawing.FAINT))
                .toList();

        assertThat(bars).hasSize(2);
        assertThat(bars.get(0).getAttribute("x")).isEqualTo(bars.get(1).getAttribute("x"));
        double ratio = Double.parseDouble(bars.get(1).getAttribute("width"))
                / Double.parseDouble(bars.get(0).getAttribute("width"));
        assertThat(ratio).isEqualTo(2, org.assertj.core.api.Assertions.within(0.001));
        assertThatThrownBy(() -> PrevalenceBars.of(List.of())).isInstanceOf(InputException.class);
    }

    @Test
    void the_map_of_missing_values_counts_by_reason_and_is_as_dark_as_the_share() {
        Cohort cohort = Cohort.of(Table.create(
                StringColumn.create("rls", "yes", "no", "", "yes"),
                DoubleColumn.create("age", new Double[] {1., null, 3., null})));
        Picture picture = MissingnessMap.of(cohort);

        assertThat(picture.description()).isEqualTo("rls: 1: blank 1. age: 2: blank 2");
        assertThat(SvgElements.of(picture).all("rect").stream()
                        .filter(bin -> bin.getAttribute("fill").equals("#000000")))
                .hasSize(3);
        Cohort large = Cohort.of(Table.create(DoubleColumn.create("age", new double[10_000])));
        assertThat(MissingnessMap.of(large).description()).isEqualTo("age: complete");
        assertThatThrownBy(() -> MissingnessMap.of(cohort.where(row -> false)))
                .isInstanceOf(InputException.class)
                .hasMessage("the cohort has no rows; there is nothing to draw");
    }
}
