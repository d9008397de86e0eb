package cohortkit.stats.regression.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.Tidy;
import cohortkit.stats.regression.DataSet;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.FittedModels;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.Reference;
import cohortkit.stats.regression.Weights;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Standardized effects: R's, closed forms, resampling, edges. */
class EffectsTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight", "race=1|2|3;smoke=0|1");
    private static final Fit FIT = Logistic.fit("low ~ age + smoke + race", BIRTHS);

    @Test
    void effects_agree_with_R() {
        assertThat(Reference.rows("effects")).hasSize(8).allSatisfy(row -> {
            AdjustedEffect effect = AdjustedEffect.of(
                    FittedModels.fit(row), row.text("exposure"), row.text("unexposed"), row.text("exposed"));
            row.check("mean0", effect.unexposed().value());
            row.check("mean1", effect.exposed().value());
            row.check("mean1_lower", effect.exposed().interval().lower());
            row.check("mean1_upper", effect.exposed().interval().upper());
            row.check("ratio", effect.ratio().value());
            row.check("ratio_lower", effect.ratio().interval().lower());
            row.check("ratio_upper", effect.ratio().interval().upper());
            row.check("difference", effect.difference().value());
            row.check("difference_lower", effect.difference().interval().lower());
            row.check("difference_upper", effect.difference().interval().upper());
        });
    }

    @Test
    void marginal_effects_agree_with_R() {
        assertThat(Reference.rows("marginal-effects")).hasSize(5).allSatisfy(row -> {
            Tidy effect =
                    MarginalEffects.of(FittedModels.fit(row), row.text("term")).get(0);
            row.check("estimate", effect.estimate());
            row.check("std_error", effect.stdError());
        });
    }

    @Test
    void without_other_terms_the_risks_are_those_of_the_table() {
        AdjustedEffect crude = AdjustedEffect.of(Logistic.fit("low ~ smoke", BIRTHS), "smoke");
        assertThat(crude.exposed().value()).isCloseTo(30.0 / 74, within(1e-14));
        assertThat(crude.unexposed().value()).isCloseTo(29.0 / 115, within(1e-14));
        double error = Math.sqrt(1.0 / 30 - 1.0 / 74 + 1.0 / 29 - 1.0 / 115);
        assertThat(Math.log(crude.ratio().interval().upper() / crude.ratio().value()))
                .isCloseTo(1.959963984540054 * error, within(1e-10));
        assertThat(crude.ratio().measure()).isEqualTo(Measure.RISK_RATIO);
        assertThat(crude.measures()).hasSize(5);
        assertThat(crude.toString()).startsWith("smoke: 1 against 0, standardized\nrisk, all 0: 25.2 %");
    }

    @Test
    void people_may_stand_in_one_row() {
        Cohort grouped = DataSet.named("sleep-survey-grouped", "leg_jerks=never|infrequent|frequent");
        Fit fit = Logistic.fit("insomnia_symptom ~ leg_jerks", grouped, Weights.frequency("n"));
        assertThat(AdjustedEffect.each(fit, "leg_jerks"))
                .hasSize(2)
                .extracting(AdjustedEffect::contrast)
                .containsExactly("leg_jerks: infrequent against never", "leg_jerks: frequent against never");
        assertThat(AdjustedEffect.each(fit, "leg_jerks").get(1).exposed().value())
                .isCloseTo(452.0 / 742, within(1e-13));
        assertThatThrownBy(() -> AdjustedEffect.of(fit, "leg_jerks"))
                .hasMessage("'leg_jerks' has the levels never, infrequent, frequent; name two of them to compare");
    }

    @Test
    void other_people_have_other_risks() {
        AdjustedEffect here = AdjustedEffect.of(FIT, "smoke");
        AdjustedEffect there = here.in(BIRTHS.where(row -> row.is("race", "1")));
        double sum = Arrays.stream(FIT.rows(BIRTHS.where(row -> row.is("race", "1")))
                        .with("smoke", "1")
                        .means())
                .average()
                .orElseThrow();
        assertThat(there.exposed().value()).isCloseTo(sum, within(1e-15));
        assertThat(there.exposed().convention().denominator()).isEqualTo("96 rows of another cohort");
        assertThatThrownBy(() -> EffectBootstrap.of(there, 100, 1)).hasMessageContaining("cannot be resampled");
    }

    @Test
    void numbers_need_two_values() {
        Cohort plain = DataSet.named("low-birth-weight");
        Fit fit = Logistic.fit("low ~ age + smoke", plain);
        assertThat(AdjustedEffect.of(fit, "smoke").contrast()).isEqualTo("smoke: 1 against 0");
        assertThatThrownBy(() -> AdjustedEffect.of(fit, "age")).hasMessageContaining("other values than 0 and 1");
        assertThatThrownBy(() -> AdjustedEffect.of(fit, "age", "20", "20")).hasMessageContaining("are the same");
        assertThatThrownBy(() -> AdjustedEffect.of(fit, "lwt")).hasMessageContaining("not among the terms");
        assertThat(MarginalEffects.of(fit)).extracting(Tidy::term).containsExactly("age", "smoke");
    }

    @Test
    void an_aliased_exposure_has_no_effect() {
        Cohort twice =
                BIRTHS.derive(cohortkit.core.Variable.number("again", ""), row -> row.is("smoke", "1") ? 1.0 : 0.0);
        Fit fit = Logistic.fit("low ~ smoke + again", twice);
        assertThatThrownBy(() -> AdjustedEffect.of(fit, "again")).hasMessageContaining("'again' has no estimate");
    }

    @Test
    void means_that_are_not_positive_have_no_ratio() {
        Fit fit = Model.LINEAR
                .of("y ~ x")
                .fit(DataSet.of("y x", new double[] {-1, -2, 1, 3, 2}, new double[] {0, 0, 1, 1, 1}));
        AdjustedEffect effect = AdjustedEffect.of(fit, "x");
        assertThat(effect.difference().value()).isCloseTo(3.5, within(1e-14));
        assertThat(effect.difference().measure()).isEqualTo(Measure.MEAN_DIFFERENCE);
        assertThatThrownBy(effect::ratio).isInstanceOf(InputException.class).hasMessageContaining("have no ratio");
        assertThat(effect.measures()).hasSize(3);
        assertThat(effect.toString()).doesNotContain("ratio:");
    }

    @Test
    void e_values() {
        // VanderWeele and Ding 2017: RR 3.9 (1.8 to 8.7) has the E-value 7.26 and 3.0 for its lower limit.
        Estimate ratio = new Estimate(
                Measure.RISK_RATIO, 3.9, new Interval(1.8, 8.7, 0.95), Convention.of("printed", "printed"));
        assertThat(EValue.of(ratio).value()).isCloseTo(7.26, within(0.005));
        assertThat(EValue.of(ratio).interval().lower()).isCloseTo(3.0, within(0.005));
        Estimate odds = new Estimate(
                Measure.ODDS_RATIO, 1 / 3.9, new Interval(1 / 8.7, 1 / 1.8, 0.95), Convention.of("printed", "printed"));
        assertThat(EValue.of(odds, Outcome.RARE).value())
                .isCloseTo(EValue.of(ratio).value(), within(1e-12));
        double root = Math.sqrt(3.9);
        assertThat(EValue.of(odds, Outcome.COMMON).value())
                .isCloseTo(root + Math.sqrt(root * (root - 1)), within(1e-12));
        assertThat(EValue.of(odds, Outcome.COMMON).convention().estimator()).contains("sqrt(OR)");
        assertThatThrownBy(() -> EValue.of(odds)).hasMessageContaining("how common the outcome is");
        assertThatThrownBy(() -> EValue.of(AdjustedEffect.of(FIT, "smoke").difference()))
                .hasMessage("a risk difference has no E-value; a ratio of risks or rates has");
        Estimate none =
                new Estimate(Measure.RISK_RATIO, 1, new Interval(0.8, 1.3, 0.95), Convention.of("printed", "printed"));
        assertThat(EValue.of(none, Outcome.RARE).interval().lower()).isEqualTo(1);
    }

    @Test
    void resampled_limits_agree_with_boot() {
        assertThat(Reference.rows("resampling")).hasSize(6).allSatisfy(row -> {
            int n = (int) row.number("n");
            double[] values = IntStream.range(0, n)
                    .mapToDouble(i -> (i + 0.5) / n)
                    .map(u -> Math.exp(NormalDistribution.of(0, 1).inverseCumulativeProbability(u) / 2)
                            + row.number("shift") * u * u)
                    .toArray();
            double low = (1 - row.number("level")) / 2;
            double estimate = row.number("estimate");
            double a = row.number("acceleration");
            row.check("percentile_lower", ResamplingInterval.PERCENTILE.limit(low, values, estimate, a));
            row.check("percentile_upper", ResamplingInterval.PERCENTILE.limit(1 - low, values, estimate, a));
            row.check("bca_lower", ResamplingInterval.BCA.limit(low, values, estimate, a));
            row.check("bca_upper", ResamplingInterval.BCA.limit(1 - low, values, estimate, a));
        });
        double[] above = {2, 3, 4};
        assertThat(ResamplingInterval.BCA.limit(0.025, above, 1, 0)).isNaN();
    }

    @Test
    void a_bootstrap_repeats_itself_on_any_number_of_threads() throws Exception {
        AdjustedEffect effect = AdjustedEffect.of(FIT, "smoke");
        Estimate here = EffectBootstrap.of(effect, 150, 7).ratio(ResamplingInterval.BCA);
        ForkJoinPool one = new ForkJoinPool(1);
        Estimate alone = one.submit(() -> EffectBootstrap.of(effect, 150, 7).ratio(ResamplingInterval.BCA))
                .get();
        one.shutdown();
        assertThat(alone).isEqualTo(here);
        assertThat(EffectBootstrap.of(effect, 150, 8).ratio(ResamplingInterval.BCA))
                .isNotEqualTo(here);
        assertThat(here.interval().contains(here.value())).isTrue();
        assertThat(here.convention().interval()).isEqualTo("bootstrap BCa, 150 of 150 resamples, seed 7");
    }

    @Test
    void a_bootstrap_is_close_to_the_delta_method() {
        AdjustedEffect effect = AdjustedEffect.of(FIT, "smoke");
        EffectBootstrap resampled = EffectBootstrap.of(effect, 400, 1);
        Interval delta = effect.difference().interval();
        Interval percentile =
                resampled.difference(ResamplingInterval.PERCENTILE).interval();
        assertThat(percentile.lower()).isCloseTo(delta.lower(), within(0.03));
        assertThat(percentile.upper()).isCloseTo(delta.upper(), within(0.03));
        assertThat(resampled.exposed(ResamplingInterval.PERCENTILE).value())
                .isEqualTo(effect.exposed().value());
        assertThat(resampled.unexposed(ResamplingInterval.PERCENTILE).interval().exists())
                .isTrue();
    }

    @Test
    void draws_without_a_fit_are_counted() {
        Cohort few = DataSet.of("y x", new double[] {0, 0, 1, 0, 1, 1, 0, 1}, new double[] {0, 0, 0, 0, 1, 1, 1, 1});
        EffectBootstrap resampled = EffectBootstrap.of(AdjustedEffect.of(Logistic.fit("y ~ x", few), "x"), 200, 3);
        assertThat(resampled.failed()).isBetween(50, 190);
        assertThat(resampled.replicates()).isEqualTo(200 - resampled.failed());
        assertThat(resampled).hasToString("200 resamples, " + resampled.failed() + " without a fit, seed 3");
        assertThatThrownBy(() -> EffectBootstrap.of(AdjustedEffect.of(FIT, "smoke"), 1, 1))
                .hasMessage("a bootstrap needs at least 2 replicates, better 1000; was 1");
    }
}
