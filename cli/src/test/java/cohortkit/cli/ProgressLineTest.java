package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter shown = new StringWriter();

    private ProgressLine line(Double... seconds) {
        Deque<Double> clock = new ArrayDeque<>(List.of(seconds));
        return new ProgressLine("births.csv", new PrintWriter(shown), () -> (long) (clock.remove() * 1e9));
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

    @Test
    void a_file_that_is_read_again_says_in_which_pass() {
        try (ProgressLine line = line(10.0, 12.0, 12.5, 13.0)) {
            line.readAgain(10, 0.5);
            line.readAgain(20, 1);
            line.readAgain(10, 0.5);
        }
        assertThat(shown.toString().split("\r"))
                .startsWith(
                        "",
                        "births.csv, pass 1: 10 rows, 50 %",
                        "births.csv, pass 1: 20 rows, 100 %",
                        "births.csv, pass 2: 10 rows, 50 % ");
    }

    @Test
    void seconds_are_counted_until_there_is_more_to_tell() {
        try (ProgressLine line = line(10.0, 11.0, 11.1, 13.2, 13.3, 14.0)) {
            assertThat(line.second()).isTrue();
            assertThat(line.second()).isTrue();
            line.tell("bootstrap: 100 of 2,000 replicates");
            assertThat(line.second()).isFalse();
        }
        assertThat(shown.toString().split("\r"))
                .startsWith("", "births.csv: 3 s", "bootstrap: 100 of 2,000 replicates");
    }
}
