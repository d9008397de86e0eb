package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import cohortkit.core.Cohort;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Two points at once are added up a block at a time; of one point four blocks are, the last of them not full. */
    @ParameterizedTest
    @CsvSource({"y ~ a + b + c + factor(g)", "y ~ many"})
    void blocks_side_by_side_add_up_to_the_same(String formula) {
        Regression model = Model.LOGISTIC.of(formula);
        ModelFrame frame = ModelFrame.of(model, formula.contains("many") ? manyPatterns() : cohort(ROWS));
        Design design = Design.of(new ColumnPlan(model.formula(), frame), frame.size());
        assertThat(design.patterns().isPresent()).isEqualTo(formula.contains("many"));
        Likelihood likelihood = new Likelihood(model.family(), model.link(), design, frame);
        double[] at = new double[design.size()];
        Arrays.setAll(at, j -> 0.3 - 0.2 * j);

        Accumulator apart = likelihood.at(new double[][] {at, at}, new Pass[] {Pass.INFORMATION, Pass.SLOPES})[0];
        Accumulator together = likelihood.at(at);

        assertThat(likelihood.isLong()).isTrue();
        assertThat(together.deviance()).isCloseTo(apart.deviance(), withinPercentage(1e-12));
        assertThat(likelihood.slopes(at).gradient).containsExactly(together.gradient);
        for (int j = 0; j < at.length; j++) {
            double unit = Math.sqrt(apart.information[j][j]);
            assertThat(together.gradient[j]).isCloseTo(apart.gradient[j], within(1e-11 * unit * unit));
            for (int k = j; k < at.length; k++) {
                assertThat(together.information[j][k])
                        .isCloseTo(apart.information[j][k], within(1e-12 * unit * Math.sqrt(apart.information[k][k])));
            }
        }
    }

    /** 9,000 patterns, each without and with the event: not full blocks lie in the middle. */
    private static Cohort manyPatterns() {
        SplittableRandom random = new SplittableRandom(8);
        double[][] columns = new double[2][90_000];
        for (int i = 0; i < columns[0].length; i++) {
            columns[1][i] = random.nextInt(9000);
            columns[0][i] = random.nextDouble() < columns[1][i] / 9000 ? 1 : 0;
        }
        return DataSet.of("y many", columns);
    }

    @Test
    void the_last_step_leads_to_the_maximum_and_its_information_is_that_of_the_maximum() {
        Fit fit = Logistic.fit("y ~ a + b + c + factor(g)", cohort(BlockRows.SAMPLED + 1000));
        Solution found = fit.estimation().solution();
        double[] at = found.coefficients();
        Likelihood likelihood = fit.estimation().likelihood();
        double[][] errors = found.information().inverse();

        for (int steps = 0; steps < 3; steps++) {
            Step step = Step.of(likelihood.at(at), Optional.empty(), () -> new ConvergenceException("no information"));
            at = step.from(at, 1);
        }

        double[][] converged = Cholesky.of(likelihood.at(at).information, 0).inverse();
        assertThat(likelihood.at(at).deviance()).isCloseTo(found.deviance(), within(1e-9));
        for (int j = 0; j < at.length; j++) {
            assertThat(found.coefficients()[j]).isCloseTo(at[j], withinPercentage(1e-8));
            assertThat(Math.sqrt(errors[j][j])).isCloseTo(Math.sqrt(converged[j][j]), withinPercentage(1e-8));
        }
    }

    /** The sample that tells most designs to be sound does not have row 300. */
    @ParameterizedTest
    @CsvSource({"0, 2", "1e-3, 3", "5, 3"})
    void columns_that_differ_in_one_row_alone_are_told_apart(double difference, int terms) {
        int rows = BlockRows.SAMPLED + 400;
        SplittableRandom random = new SplittableRandom(3);
        double[][] columns = new double[3][rows];
        for (int i = 0; i < rows; i++) {
            columns[1][i] = random.nextDouble();
            columns[2][i] = columns[1][i] + (i == 300 ? difference : 0);
            columns[0][i] = random.nextDouble() < columns[1][i] ? 1 : 0;
        }
        ModelFrame frame = ModelFrame.of(Model.LOGISTIC.of("y ~ a + b"), DataSet.of("y a b", columns));

        Basis basis = Design.of(new ColumnPlan(Model.LOGISTIC.of("y ~ a + b").formula(), frame), rows)
                .basis();

        assertThat(basis.size()).isEqualTo(terms);
    }

    /** Categories and ages in whole years; the unit of one row keeps its pattern from being met again. */
    private static Cohort patterned(int rows, boolean together) {
        SplittableRandom random = new SplittableRandom(5);
        double[][] columns = new double[6][rows];
        for (int i = 0; i < rows; i++) {
            columns[1][i] = random.nextInt(2);
            columns[2][i] = random.nextInt(3);
            columns[3][i] = 40 + random.nextInt(20);
            columns[4][i] = 1 + random.nextInt(3);
            columns[5][i] = together ? 0 : i;
            double eta = columns[1][i] - columns[2][i] / 2 + (columns[3][i] - 60) / 20;
            columns[0][i] = random.nextDouble() < Link.LOGIT.mean(eta) ? 1 : 0;
        }
        return DataSet.of("y sex site age n id", columns);
    }

    @ParameterizedTest
    @CsvSource({"LOGISTIC", "POISSON", "LOG_BINOMIAL"})
    void rows_of_equal_patterns_are_brought_together_without_a_change(Model model) {
        String formula = "y ~ sex * factor(site) + age";
        Cohort cohort = patterned(6000, true);
        Regression regression = model.of(formula).with(Weights.frequency("n"));
        ModelFrame frame = ModelFrame.of(regression, cohort);
        Design design = Design.of(new ColumnPlan(regression.formula(), frame), frame.size());

        assertThat(design.patterns().orElseThrow().size()).isEqualTo(120);

        Fit together = regression.fit(cohort);
        double[] at = together.estimation().solution().coefficients();
        Accumulator apart = new Accumulator(model.family(), model.link(), design.size());
        Block block = new Block(design.size());
        for (int from = 0; from < frame.size(); from += Block.ROWS) {
            block.fill(design, frame, from);
            block.predict(at);
            apart.add(block);
        }
        assertThat(together.deviance()).isCloseTo(apart.deviance(), withinPercentage(1e-11));
        double[][] inverse = Cholesky.of(apart.information, 0).inverse();
        for (int j = 0; j < at.length; j++) {
            assertThat(apart.gradient[j] * Math.sqrt(inverse[j][j])).isCloseTo(0, within(1e-9));
            assertThat(together.estimation().solution().information().inverse()[j][j])
                    .isCloseTo(inverse[j][j], withinPercentage(1e-9));
        }
        assertThat(together.observations())
                .isEqualTo((long) java.util.Arrays.stream(frame.weights()).sum());
        assertThat(together.completeCases().analyzed()).isEqualTo(6000);
    }

    @Test
    void rows_stay_apart_where_patterns_are_many_or_rows_few() {
        for (String formula : List.of("y ~ sex + id", "y ~ id * sex")) {
            ModelFrame frame = ModelFrame.of(Model.LOGISTIC.of(formula), patterned(6000, false));
            assertThat(Design.of(new ColumnPlan(Model.LOGISTIC.of(formula).formula(), frame), 6000)
                            .patterns())
                    .isEmpty();
        }
        ModelFrame few = ModelFrame.of(Model.LOGISTIC.of("y ~ sex"), patterned(4095, true));
        assertThat(Design.of(new ColumnPlan(Model.LOGISTIC.of("y ~ sex").formula(), few), 4095)
                        .patterns())
                .isEmpty();
    }
}
