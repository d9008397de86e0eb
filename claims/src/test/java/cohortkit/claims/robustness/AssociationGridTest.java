package cohortkit.claims.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.table.ChiSquare;
import cohortkit.stats.table.RiskDifferenceInterval;
import cohortkit.stats.table.TwoByTwo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class AssociationGridTest {

    private final StringColumn dose = StringColumn.create("dose");
    private final StringColumn cured = StringColumn.create("cured");
    private final DoubleColumn age = DoubleColumn.create("age");

    private void add(String d, String c, int n) {
        for (int i = 0; i < n; i++) {
            dose.append(d);
            cured.append(c);
            age.append(20 + i % 40);
        }
    }

    private Cohort binary() {
        add("a", "no", 60);
        add("a", "yes", 20);
        add("b", "no", 40);
        add("b", "yes", 40);
        return Cohort.of(Table.create(dose, cured, age));
    }

    private Cohort threeDosesWithMissing() {
        binary();
        add("c", "no", 30);
        add("c", "yes", 10);
        add("b", "", 6);
        add("a", "", 4);
        return Cohort.of(Table.create(dose, cured, age));
    }

    private static GridPoint at(Robustness robustness, Map<String, String> choices) {
        return robustness.points().stream()
                .filter(point -> point.choices().entrySet().containsAll(choices.entrySet()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_usual_way_is_the_first_and_choices_that_change_nothing_are_left_out() {
        Cohort cohort = binary();
        Robustness robustness = AssociationGrid.of(cohort, "dose", "cured").claim("> 1");
        assertThat(robustness.dimensions()).extracting(Dimension::name).containsExactly("method");
        assertThat(robustness.usual().estimate().orElseThrow())
                .hasToString(TwoByTwo.of(cohort, "dose", "cured").riskRatio().toString());
        assertThat(robustness).hasToString("holds in 12 of 12");
        assertThat(AssociationGrid.of(cohort, "dose", "cured").claim("<1").holding())
                .isZero();
    }

    @Test
    void each_rule_for_missing_outcomes_makes_its_own_table() {
        Cohort cohort = threeDosesWithMissing();
        Robustness robustness = AssociationGrid.of(cohort, "dose=b", "cured")
                .withMeasures(Measure.RISK_DIFFERENCE)
                .claim(">0");
        Map<String, TwoByTwo> expected = Map.of(
                "left out", new TwoByTwo(40, 40, 20, 60),
                "as no", new TwoByTwo(40, 46, 20, 64),
                "as yes", new TwoByTwo(46, 40, 24, 60),
                "yes in the exposed alone", new TwoByTwo(46, 40, 20, 64),
                "yes in the unexposed alone", new TwoByTwo(40, 46, 24, 60));
        expected.forEach((rule, table) -> assertThat(at(
                                robustness,
                                Map.of("missing outcome", rule, "reference", "a", "method", "risk difference, Wald"))
                        .estimate()
                        .orElseThrow())
                .as(rule)
                .isEqualTo(table.riskDifference(RiskDifferenceInterval.WALD)));
        assertThat(robustness.dimensions().get(1).options()).containsExactly("a", "c", "all others");
        assertThat(at(robustness, Map.of("reference", "all others", "method", "risk difference, Wald"))
                        .estimate()
                        .orElseThrow()
                        .value())
                .isCloseTo(40.0 / 80 - 30.0 / 120, within(1e-15));
    }

    @Test
    void a_model_is_tried_with_every_set_of_adjusters() {
        Cohort cohort = binary();
        Robustness robustness = AssociationGrid.of(cohort, "dose", "cured")
                .withMeasures(Measure.ODDS_RATIO)
                .adjustedFor("age")
                .withLevel(0.9)
                .claim(">1");
        assertThat(robustness.dimensions().get(1)).isEqualTo(new Dimension("adjusted for", List.of("age", "nothing")));
        assertThat(robustness.points()).hasSize(4);
        assertThat(robustness.usual().estimate().orElseThrow().value())
                .isCloseTo(
                        Logistic.fit("cured ~ dose + age", cohort)
                                .oddsRatio("dose[b]")
                                .value(),
                        within(1e-9));
        assertThat(at(robustness, Map.of("adjusted for", "nothing"))
                        .estimate()
                        .orElseThrow()
                        .value())
                .isCloseTo(60.0 * 40 / (40 * 20), within(1e-8));
        assertThat(robustness.usual().estimate().orElseThrow().interval().level())
                .isEqualTo(0.9);
        Robustness ratios = AssociationGrid.of(cohort, "dose", "cured")
                .withMeasures(Measure.RISK_RATIO)
                .adjustedFor("age")
                .claim(">1");
        assertThat(ratios.dimensions().get(0).options()).hasSize(3);
        assertThat(at(ratios, Map.of("adjusted for", "nothing"))
                        .estimate()
                        .orElseThrow()
                        .value())
                .isCloseTo(2, within(1e-8));
        Robustness differences =
                AssociationGrid.of(cohort, "dose", "cured").adjustedFor("age").claim(">0");
        assertThat(at(differences, Map.of("adjusted for", "nothing"))
                        .estimate()
                        .orElseThrow()
                        .value())
                .isCloseTo(0.25, within(1e-8));
    }

    @Test
    void a_claim_of_a_p_value_is_tried_by_every_test() {
        Cohort cohort = binary();
        TwoByTwo table = TwoByTwo.of(cohort, "dose", "cured");
        double pearson = ChiSquare.test(table).pValue();
        Robustness robustness = AssociationGrid.of(cohort, "dose", "cured").claim("p<" + pearson * 1.01);
        assertThat(robustness.usual().estimate().orElseThrow().value()).isEqualTo(pearson);
        assertThat(robustness.usual().holds()).isTrue();
        assertThat(robustness.holdingBy("method")).containsEntry("chi-square with continuity correction", 0L);
        Robustness models =
                AssociationGrid.of(cohort, "dose", "cured").adjustedFor("age").claim("p<0.05");
        assertThat(models).hasToString("holds in 4 of 4");
        assertThat(AssociationGrid.of(cohort, "dose", "cured").claim("p > 0.05").holding())
                .isZero();
    }

    @Test
    void people_of_whom_a_condition_is_true_are_in_and_out() {
        Cohort cohort = binary();
        Robustness robustness = AssociationGrid.of(cohort, "dose", "cured")
                .excluding("age >= 40")
                .excluding("age < 25")
                .claim(">1");
        assertThat(robustness.points()).hasSize(4 * 12);
        GridPoint both = at(robustness, Map.of("exclusion of age >= 40", "yes", "exclusion of age < 25", "yes"));
        Cohort rest = cohort.where(row -> row.number("age") < 40 && row.number("age") >= 25);
        assertThat(both.estimate().orElseThrow().value())
                .isEqualTo(TwoByTwo.of(rest, "dose", "cured").riskRatio().value());
    }

    @Test
    void what_makes_no_grid_is_said() {
        Cohort cohort = threeDosesWithMissing();
        assertThatThrownBy(() -> AssociationGrid.of(cohort, "dose", "cured")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> AssociationGrid.of(cohort, "dose=d", "cured"))
                .hasMessageStartingWith("variable 'dose' has no level 'd'");
        AssociationGrid grid = AssociationGrid.of(cohort, "dose=b", "cured");
        assertThatThrownBy(() -> grid.claim("more")).hasMessageStartingWith("'more' is not a claim; write >1");
        assertThatThrownBy(() -> grid.claim("p<5")).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> grid.excluding("height > 3")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> grid.adjustedFor("height")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> grid.adjustedFor(new String[11])).hasMessageContaining("at most 10");
        assertThatThrownBy(() -> grid.withMeasures(Measure.MEAN).claim(">1"))
                .hasMessageContaining("risk ratio, the odds ratio or the risk difference; was the mean");
        assertThatThrownBy(
                        () -> grid.withMeasures(Measure.MEAN).adjustedFor("age").claim(">1"))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> grid.withMeasures(Measure.RISK_DIFFERENCE, Measure.RISK_RATIO)
                        .claim(">1"))
                .hasMessageContaining("of a difference and of a ratio");
        assertThat(Claim.parse("<-0.1")).hasToString("< -0.1");
        assertThat(Claim.parse("p < .05")).hasToString("p < 0.05");
    }

    @Test
    void a_claim_may_be_that_there_is_no_association() {
        AssociationGrid grid = AssociationGrid.of(binary(), "dose", "cured");
        assertThat(grid.claim("includes 1").holding()).isZero();
        assertThat(grid.claim("includes 2").holding()).isPositive();
        assertThat(Claim.parse("includes 1")).hasToString("includes 1");
        assertThatThrownBy(() -> new Claim(true, Claim.Side.AROUND, 0.05))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("above or below a number between 0 and 1");
    }
}
