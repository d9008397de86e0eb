package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter shown = new StringWriter();

    private ProgressLine line(Double... seconds) {
        Deque<Double> clock = new ArrayDeque<>(List.of(seconds));
        return new ProgressLine(
                Path.of("folder", "births.csv"), new PrintWriter(shown), () -> (long) (clock.remove() * 1e9));
    }

    @Test
    void two_seconds_pass_in_silence() {
        try (ProgressLine line = line(10.0, 10.5, 11.9)) {
            line.read(1_000, 0.1);
            line.read(2_000, 0.2);
        }
        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void then_the_line_is_written_over_five_times_a_second_at_most() {
        try (ProgressLine line = line(10.0, 12.0, 12.1, 12.2, 13.0)) {
            line.read(1_234_567, 0.504);
            line.read(1_300_000, 0.6);
            line.read(1_400_000, 0.7);
            line.read(1_500_000, Double.NaN);
        }
        assertThat(shown.toString().split("\r"))
                .containsExactly(
                        "",
                        "births.csv: 1,234,567 rows, 50 %",
                        "births.csv: 1,400,000 rows, 70 %",
                        "births.csv: 1,500,000 rows      ",
                        " ".repeat(26));
        assertThat(shown.toString()).endsWith("\r");
    }
}
