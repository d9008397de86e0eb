package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Cohort;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** What changes only where rows are cut into chunks that several threads work on. */
class ManyRowsTest {

    private static final int ROWS = 3 * Chunks.ROWS + 77;

    /** y, three numbers and one of four levels. */
    private static Cohort cohort(int rows) {
        SplittableRandom random = new SplittableRandom(11);
        double[][] columns = new double[5][rows];
        for (int i = 0; i < rows; i++) {
            double eta = -1;
            for (int j = 1; j < 4; j++) {
                columns[j][i] = random.nextDouble() + 50 * j;
                eta += (columns[j][i] - 50 * j) / j;
            }
            columns[4][i] = random.nextInt(4);
            columns[0][i] = random.nextDouble() < Link.LOGIT.mean(eta - columns[4][i] / 3) ? 1 : 0;
        }
        return DataSet.of("y a b c g", columns);
    }

    @Test
    void any_number_of_threads_gives_the_same_bits() throws Exception {
        Cohort cohort = cohort(ROWS);
        List<List<Tidy>> fits = new ArrayList<>();
        for (int threads : new int[] {1, 2, 8}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            fits.add(pool.submit(() ->
                            Logistic.fit("y ~ a + b + c + factor(g)", cohort).tidy())
                    .get());
            pool.shutdown();
        }

        assertThat(fits).containsOnly(fits.get(0)).hasSize(3);
    }
}
