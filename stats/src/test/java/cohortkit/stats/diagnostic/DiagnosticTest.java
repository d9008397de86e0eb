package cohortkit.stats.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.core.Variable;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.Reference;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.TableRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DiagnosticTest {

    private static final DiagnosticTable SCAN = new DiagnosticTable(231, 32, 27, 54);

    static List<Reference> accuracy() {
        return Reference.rows("diagnostic.csv");
    }

    static List<Reference> prevalences() {
        return Reference.rows("true-prevalence.csv");
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(accuracy()).hasSize(42);
        assertThat(prevalences()).hasSize(12);
    }

    @ParameterizedTest
    @MethodSource("accuracy")
    void accuracy_agrees_with_references(Reference row) {
        DiagnosticTable table = new DiagnosticTable(row.count("tp"), row.count("fp"), row.count("fn"), row.count("tn"));
        double level = row.number("level");
        ProportionInterval wilson = ProportionInterval.WILSON;
        Measure measure = Measure.valueOf(row.text("measure"));
        Estimate estimate = switch (measure) {
            case SENSITIVITY -> table.sensitivity(wilson, level);
            case SPECIFICITY -> table.specificity(wilson, level);
            case POSITIVE_PREDICTIVE_VALUE -> table.positivePredictiveValue(wilson, level);
            case NEGATIVE_PREDICTIVE_VALUE -> table.negativePredictiveValue(wilson, level);
            case POSITIVE_LIKELIHOOD_RATIO -> table.positiveLikelihoodRatio(level);
            case NEGATIVE_LIKELIHOOD_RATIO -> table.negativeLikelihoodRatio(level);
            case DIAGNOSTIC_ODDS_RATIO -> table.diagnosticOddsRatio(OddsRatioInterval.WOOLF, level);
            default -> throw new IllegalArgumentException(row.text("measure"));
        };
        assertThat(estimate.measure()).isEqualTo(measure);
        assertClose(row, estimate);
    }

    @ParameterizedTest
    @MethodSource("prevalences")
    void true_prevalence_agrees_with_references(Reference row) {
        Proportion positives = new Proportion(row.count("x"), row.count("n"));
        double level = row.number("level");
        if (row.text("nse").equals("NA")) {
            assertClose(
                    row,
                    new TruePrevalence(positives, row.number("se"), row.number("sp"))
                            .estimate(ProportionInterval.WILSON, level));
        } else {
            Proportion sensitivity = new Proportion(row.count("se"), row.count("nse"));
            Proportion specificity = new Proportion(row.count("sp"), row.count("nsp"));
            assertClose(row, TruePrevalence.ofEstimatedTest(positives, sensitivity, specificity, level));
        }
    }

    private static void assertClose(Reference row, Estimate estimate) {
        row.assertClose(estimate.value(), row.number("value"));
        row.assertClose(estimate.interval().lower(), row.number("lower"));
        row.assertClose(estimate.interval().upper(), row.number("upper"));
    }

    @Test
    void predictive_values_at_the_tables_own_prevalence_are_its_own() {
        double prevalence = 258.0 / 344;
        assertThat(SCAN.positivePredictiveValue(prevalence, 0.95).value())
                .isCloseTo(SCAN.positivePredictiveValue().value(), within(1e-15));
        assertThat(SCAN.negativePredictiveValue(prevalence, 0.95).value())
                .isCloseTo(SCAN.negativePredictiveValue().value(), within(1e-15));
        assertThat(SCAN.negativePredictiveValue(0.01, 0.95).interval().lower()).isGreaterThan(0.99);
        assertThatThrownBy(() -> SCAN.positivePredictiveValue(1, 0.95))
                .isInstanceOf(InputException.class)
                .hasMessage("prevalence must be in (0, 1), such as 0.05 for 5 %; was 1.0");
    }

    @Test
    void youden_is_sensitivity_and_specificity_less_one() {
        assertThat(SCAN.youden().value())
                .isCloseTo(SCAN.sensitivity().value() + SCAN.specificity().value() - 1, within(1e-15));
        assertThat(SCAN.youden().convention().estimator()).isEqualTo("sensitivity + specificity - 1");
    }

    @Test
    void empty_margins_are_answers() {
        assertThat(new DiagnosticTable(0, 3, 0, 4).sensitivity())
                .hasToString("NA (undefined: nobody has the condition)");
        assertThat(new DiagnosticTable(3, 0, 4, 0).specificity())
                .hasToString("NA (undefined: nobody is free of the condition)");
        assertThat(new DiagnosticTable(0, 0, 4, 4).positivePredictiveValue())
                .hasToString("NA (undefined: nobody tests positive)");
        assertThat(new DiagnosticTable(4, 4, 0, 0).negativePredictiveValue())
                .hasToString("NA (undefined: nobody tests negative)");
        assertThat(new DiagnosticTable(0, 3, 0, 4).positiveLikelihoodRatio())
                .hasToString("NA (undefined: nobody has the condition)");
        assertThat(new DiagnosticTable(3, 0, 4, 0).positiveLikelihoodRatio())
                .hasToString("NA (undefined: nobody is free of the condition)");
        assertThat(new DiagnosticTable(0, 0, 4, 4).positiveLikelihoodRatio())
                .hasToString("NA (undefined: nobody tests positive)");
        assertThat(new DiagnosticTable(4, 4, 0, 0)
                        .positiveLikelihoodRatio()
                        .convention()
                        .zeroCells())
                .isEqualTo("log Wald has no width where all tests are alike");
        assertThat(new DiagnosticTable(4, 0, 1, 5)
                        .positiveLikelihoodRatio()
                        .interval()
                        .upper())
                .isInfinite();
        assertThat(new DiagnosticTable(0, 3, 0, 4).diagnosticOddsRatio())
                .hasToString("NA (undefined: nobody has the condition)");
        assertThat(new DiagnosticTable(3, 0, 4, 0).youden())
                .hasToString("NA (undefined: nobody is free of the condition)");
        assertThat(new DiagnosticTable(0, 0, 4, 4).diagnosticOddsRatio())
                .hasToString("NA (undefined: nobody tests positive)");
        assertThat(new DiagnosticTable(4, 4, 0, 0).diagnosticOddsRatio())
                .hasToString("NA (undefined: nobody tests negative)");
    }

    @Test
    void rows_hold_every_measure() {
        assertThat(SCAN.measures(0.95))
                .extracting(TableRow::measure)
                .contains("sensitivity", "positive likelihood ratio", "diagnostic odds ratio", "Youden's index");
        assertThat(SCAN)
                .hasToString("test of 344 people: 231 true and 32 false positives, 54 true and 27 false negatives");
    }

    @Test
    void a_cohort_is_counted() {
        Cohort cohort = Cohort.of(
                Table.create(
                        "people",
                        StringColumn.create("scan", "yes", "yes", "no", "no", ""),
                        StringColumn.create("disease", "yes", "no", "no", "yes", "yes")),
                Codebook.of(Variable.binary("scan", "Scan"), Variable.binary("disease", "Disease")));
        DiagnosticTable table = DiagnosticTable.of(cohort, "scan", "disease");
        assertThat(table.n()).isEqualTo(4);
        assertThat(table.sensitivity().convention().denominator())
                .isEqualTo("4 of 5 people, complete in scan and disease");
    }

    @Test
    void an_estimate_outside_zero_and_one_is_set_and_named() {
        TruePrevalence low = new TruePrevalence(new Proportion(6, 151), 0.964, 0.927);
        assertThat(low.estimate().value()).isZero();
        assertThat(low.estimate().convention().zeroCells()).isEqualTo("estimate of -0.0373 set to 0");
        assertThat(new TruePrevalence(new Proportion(5, 20), 1, 1))
                .hasToString("5/20 = 25.0 % positive; true prevalence 25.0 % (95 % CI 11.2 to 46.9; Wilson, corrected"
                        + " for the test)");
    }

    @Test
    void a_perfect_test_changes_nothing() {
        Interval plain = new Proportion(46, 333).estimate().interval();
        Interval corrected =
                new TruePrevalence(new Proportion(46, 333), 1, 1).estimate().interval();
        assertThat(corrected).isEqualTo(plain);
    }

    @Test
    void a_test_that_tells_nothing_is_refused() {
        Proportion positives = new Proportion(1, 2);
        assertThatThrownBy(() -> new TruePrevalence(positives, 0.5, 0.5))
                .isInstanceOf(InputException.class)
                .hasMessage("sensitivity and specificity must add up to more than 1; 0.5 and 0.5 tell no more than"
                        + " chance");
        assertThatThrownBy(() -> new TruePrevalence(positives, 95, 0.9))
                .isInstanceOf(InputException.class)
                .hasMessage("sensitivity must be in (0, 1], such as 0.95 for 95 %; was 95.0");
        assertThatThrownBy(() -> new TruePrevalence(positives, 0.9, 0))
                .isInstanceOf(InputException.class)
                .hasMessage("specificity must be in (0, 1], such as 0.95 for 95 %; was 0.0");
    }
}
