package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bootstrap, Firth's penalty and tests of terms beside the intercepts of strata. */
class WithinStrataTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight");

    private static final double[] Y = {1.5, 2, 4.25, 7, 3, 1, 0.5};

    private static final double[] X = {0, 1, 3, 0, 1, 2, 4};

    private static final double[] SITE = {1, 1, 1, 2, 2, 2, 2};

    private static Cohort seven() {
        return DataSet.of("y x site pair", Y, X, SITE, new double[] {1, 1, 2, 3, 3, 4, 4});
    }

    /** Slopes of all 3^3 x 4^4 samples that keep 3 rows of one site and 4 of the other. */
    private static double[] everySlope() {
        double[] slopes = new double[27 * 256];
        for (int sample = 0; sample < slopes.length; sample++) {
            double[] times = new double[7];
            int code = sample;
            for (int draw = 0; draw < 7; draw++) {
                int choices = draw < 3 ? 3 : 4;
                times[(draw < 3 ? 0 : 3) + code % choices]++;
                code /= choices;
            }
            slopes[sample] = slope(times);
        }
        return slopes;
    }

    /** Sums of squares within sites; NaN without any. */
    private static double slope(double[] times) {
        double cross = 0;
        double square = 0;
        for (int site = 1; site <= 2; site++) {
            double n = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < 7; i++) {
                if (SITE[i] == site) {
                    n += times[i];
                    x += times[i] * X[i];
                    y += times[i] * Y[i];
                }
            }
            for (int i = 0; i < 7; i++) {
                if (SITE[i] == site) {
                    cross += times[i] * (X[i] - x / n) * (Y[i] - y / n);
                    square += times[i] * (X[i] - x / n) * (X[i] - x / n);
                }
            }
        }
        return square < 1e-12 ? Double.NaN : cross / square;
    }

    @Test
    void the_bootstrap_draws_the_samples_that_keep_each_stratum() {
        StratifiedFit fit = StratifiedFit.of(Model.LINEAR.of("y ~ x"), "site", seven());
        Bootstrap bootstrap = Bootstrap.of(fit, 4000, 9, drawn -> {});
        double[] every = Arrays.stream(everySlope()).filter(Double::isFinite).toArray();
        Set<Long> possible = new HashSet<>();
        Arrays.stream(every).forEach(slope -> possible.add(Math.round(slope * 1e8)));

        assertThat(Arrays.stream(bootstrap.values("x")).boxed())
                .allSatisfy(slope -> assertThat(possible).anyMatch(known -> Math.abs(known - slope * 1e8) < 2));
        double mean = Arrays.stream(every).average().orElseThrow();
        double variance = Arrays.stream(every)
                .map(slope -> (slope - mean) * (slope - mean))
                .average()
                .orElseThrow();
        double found = Arrays.stream(bootstrap.values("x")).average().orElseThrow();
        assertThat(found).isCloseTo(mean, within(4 * Math.sqrt(variance / 4000)));
        assertThat(bootstrap.tidy(BootstrapInterval.BCA)).hasSize(1);
        assertThat(bootstrap.notes()).isEqualTo(fit.notes());
        assertThat(bootstrap.toText(BootstrapInterval.BCA))
                .contains("within strata of site, seed 9", "2 strata of site, an intercept each");
    }

    @Test
    void clusters_are_drawn_within_strata_or_refused_if_they_cross_them() {
        StratifiedFit fit = StratifiedFit.of(Model.LINEAR.of("low ~ smoke"), "race", BIRTHS);

        assertThatThrownBy(() -> Bootstrap.ofClusters(fit, "age", 200, 1, drawn -> {}))
                .isInstanceOf(InputException.class)
                .hasMessage("a cluster of 'age' lies in several strata of 'race'; draw clusters that lie within strata,"
                        + " or rows");
        StratifiedFit pairs = StratifiedFit.of(Model.LINEAR.of("y ~ x"), "site", seven());
        assertThat(Bootstrap.ofClusters(pairs, "pair", 200, 1, drawn -> {}))
                .hasToString("200 bootstrap replicates of clusters of pair within strata of site, seed 1");
    }

    @Test
    void tests_are_those_beside_a_factor_without_its_own() {
        StratifiedFit fit = StratifiedFit.of(Model.LOGISTIC.of("low ~ age + smoke"), "race", BIRTHS);
        Fit whole = Logistic.fit("low ~ factor(race) + age + smoke", BIRTHS);
        List<TermTest> two = TermTest.typeTwo(fit);
        List<TermTest> three = TermTest.typeThree(fit);

        assertThat(two).extracting(TermTest::term).containsExactly("age", "smoke");
        assertThat(two).isEqualTo(TermTest.typeTwo(whole).subList(1, 3));
        assertThat(three).isEqualTo(TermTest.typeThree(whole).subList(1, 3));
    }

    @Test
    void the_penalized_fit_is_that_beside_a_factor() {
        FirthFit fit = StratifiedFit.of(Model.LOGISTIC.of("low ~ age + smoke"), "race", BIRTHS)
                .firth();
        FirthFit whole = Logistic.firth("low ~ factor(race) + age + smoke", BIRTHS);

        assertThat(fit.terms()).containsExactly("age", "smoke");
        assertThat(fit.tidy()).isEqualTo(whole.tidy().subList(3, 5));
        assertThat(fit.glance()).isEqualTo(whole.glance());
        assertThat(fit.notes()).containsExactly("3 strata of race, an intercept each");
        assertThat(fit).asString().doesNotContain("race[", "(Intercept)", "race = ");
        StratifiedFit many = StratifiedFit.of(Model.LOGISTIC.of("low ~ smoke"), "age", BIRTHS);
        assertThatThrownBy(many::firth)
                .isInstanceOf(InputException.class)
                .hasMessage("Firth's penalized likelihood takes the intercepts of at most 20 strata of at least 10 rows"
                        + " each; there are 24 strata of 'age', the smallest of 1 row. Ask for the exact conditional"
                        + " method, which has no intercepts");
    }
}
