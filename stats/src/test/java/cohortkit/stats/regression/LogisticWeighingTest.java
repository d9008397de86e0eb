package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores, information and deviance of the logistic likelihood, to the last digits wherever eta is. */
class LogisticWeighingTest {

    /** Rows around a size of eta; one in sixteen has what is not expected. */
    private static Block block(int rows, double size, double weight) {
        SplittableRandom random = new SplittableRandom(7);
        Block block = new Block(1);
        block.count = rows;
        for (int i = 0; i < rows; i++) {
            block.outcome[i] = i % 3 == 0 ? 1 : 0;
            double expected = i % 16 == 5 ? -1 : 1;
            block.eta[i] = (block.outcome[i] * 2 - 1) * expected * size * (0.9 + random.nextDouble() / 10);
            block.weight[i] = weight;
        }
        return block;
    }

    @ParameterizedTest
    @CsvSource({"256, 1, 1", "251, 0.01, 1", "256, 30, 1", "256, 400, 1", "7, 2, 1", "256, 1.5, 3", "256, 705, 1"})
    void every_digit_is_kept(int rows, double size, double weight) {
        Block block = block(rows, size, weight);
        double least = new LogisticWeighing().weigh(block, Pass.INFORMATION);

        double deviance = 0;
        double smallest = 1;
        for (int i = 0; i < rows; i++) {
            double e = block.outcome[i] == 1 ? block.eta[i] : -block.eta[i];
            double tail = Math.exp(-Math.abs(e));
            double likely = 1 / (1 + tail);
            double missed = e > 0 ? tail * likely : likely;
            assertThat(block.score[i]).isCloseTo(weight * missed * (block.outcome[i] * 2 - 1), withinPercentage(1e-12));
            assertThat(block.information[i]).isCloseTo(weight * likely * (tail * likely), withinPercentage(1e-12));
            smallest = Math.min(smallest, likely * (tail * likely));
            deviance += 2 * weight * (Math.max(-e, 0) + Math.log1p(tail));
        }
        double sum = 0;
        for (int i = 0; i < block.deviances; i++) {
            sum += block.deviance[i];
        }
        assertThat(sum).isCloseTo(deviance, withinPercentage(1e-12));
        assertThat(least).isCloseTo(smallest, withinPercentage(1e-11));
    }

    /** A deviance of 1e-14 a row is not lost beside 1. */
    @Test
    void what_is_almost_certain_still_has_its_deviance() {
        Block block = block(5, 32, 1);
        for (int i = 0; i < 5; i++) {
            block.eta[i] = block.outcome[i] == 1 ? 32 : -32;
        }
        new LogisticWeighing().weigh(block, Pass.DEVIANCE);

        assertThat(block.deviance[3]).isCloseTo(2 * Math.exp(-32), withinPercentage(1e-9));

        Block many = block(256, 32, 1);
        for (int i = 0; i < 256; i++) {
            many.eta[i] = many.outcome[i] == 1 ? 32 : -32;
        }
        new LogisticWeighing().weigh(many, Pass.DEVIANCE);
        double sum = 0;
        for (int i = 0; i < many.deviances; i++) {
            sum += many.deviance[i];
        }
        assertThat(sum).isCloseTo(512 * Math.exp(-32), withinPercentage(1e-9));
    }

    @Test
    void a_risk_of_0_is_impossible() {
        assertThat(new LogisticWeighing().weigh(block(256, 900, 1), Pass.INFORMATION))
                .isZero();
        Block unknown = block(256, 1, 1);
        unknown.eta[17] = Double.NaN;
        assertThat(new LogisticWeighing().weigh(unknown, Pass.SLOPES)).isZero();
    }
}
