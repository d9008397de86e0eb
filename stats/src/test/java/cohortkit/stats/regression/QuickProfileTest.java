package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import cohortkit.core.Cohort;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profiles of many rows: what gradients find is what fits of held values find. */
class QuickProfileTest {

    private static final int ROWS = 2 * Chunks.ROWS + 900;

    /** A strong effect, a weak one, and one that is rare and of which little is known. */
    private static Cohort cohort(Model model) {
        SplittableRandom random = new SplittableRandom(23);
        double[][] columns = new double[4][ROWS];
        for (int i = 0; i < ROWS; i++) {
            columns[1][i] = random.nextDouble();
            columns[2][i] = random.nextDouble() * 1e4 + 1e7;
            columns[3][i] = i % 1500 == 7 ? 1 : 0;
            double eta = -3 + 2.5 * columns[1][i] + 1.2 * columns[3][i];
            double draw = random.nextDouble();
            double mean = model.link().mean(eta);
            columns[0][i] = model == Model.LOGISTIC ? (draw < mean ? 1 : 0) : draw < mean ? 1 + random.nextInt(2) : 0;
        }
        return DataSet.of("y strong weak rare", columns);
    }

    @ParameterizedTest
    @CsvSource({"LOGISTIC, 0.95", "LOGISTIC, 0.99999", "POISSON, 0.95"})
    void gradients_find_what_held_fits_find(Model model, double level) {
        Estimation estimation =
                model.of("y ~ strong + weak + rare").fit(cohort(model)).estimation();
        double z = ReferenceDistribution.normal().quantile(level);

        for (int j = 0; j < 4; j++) {
            QuickProfile quick =
                    QuickProfile.of(estimation, estimation.direction(j)).orElseThrow();
            QuickProfile.Way zero = quick.toLoss(0);
            QuickProfile.Way lower = quick.toLimit(-1, z);
            QuickProfile.Way upper = quick.toLimit(1, z);
            Profile held = new Profile(estimation, j, z);
            double error = estimation.standardError(j);

            assertThat(zero.end().orElseThrow()).isCloseTo(held.followedToZero(), withinPercentage(1e-8));
            assertThat(lower.end().orElseThrow()).isCloseTo(held.followedToLimit(-1), within(1e-8 * error));
            assertThat(upper.end().orElseThrow()).isCloseTo(held.followedToLimit(1), within(1e-8 * error));
            assertThat(held.statisticAtZero()).isEqualTo(zero.end().orElseThrow());
            assertThat(held.limit(-1)).isEqualTo(lower.end().orElseThrow());
        }
    }

    @Test
    void any_number_of_threads_gives_the_same_bits() throws Exception {
        Cohort cohort = cohort(Model.LOGISTIC);
        List<List<Tidy>> fits = new ArrayList<>();
        for (int threads : new int[] {1, 2, 8}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            fits.add(
                    pool.submit(() -> Logistic.fit("y ~ strong + rare", cohort).tidy(CoefficientInterval.PROFILE, 0.95))
                            .get());
            pool.shutdown();
        }

        assertThat(fits).containsOnly(fits.get(0)).hasSize(3);
    }

    @Test
    void few_rows_and_other_links_have_no_quick_way() {
        Fit few = Logistic.fit("y ~ strong", cohort(Model.LOGISTIC).where("few", row -> row.number("strong") < 0.01));
        Fit other = Model.LINEAR.of("y ~ strong").fit(cohort(Model.LOGISTIC));

        assertThat(QuickProfile.of(few.estimation(), few.estimation().direction(0)))
                .isEmpty();
        assertThat(QuickProfile.of(other.estimation(), other.estimation().direction(0)))
                .isEmpty();
    }
}
