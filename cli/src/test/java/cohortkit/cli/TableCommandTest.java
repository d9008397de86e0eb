package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of more than two levels, of person-time, and what they refuse. */
class TableCommandTest {

    private static final String STUDIES = "../examples/src/main/resources/cohortkit/examples/";
    private static final List<String> BIRTHS = List.of(
            "table",
            STUDIES + "pregnancy/low-birth-weight.csv",
            "--codebook",
            STUDIES + "pregnancy/codebook.csv",
            "--outcome",
            "low");
    private static final List<String> CATHETERS = List.of(
            "table",
            STUDIES + "catheter/dialysis-catheter.csv",
            "--codebook",
            STUDIES + "catheter/codebook.csv",
            "--exposure",
            "type",
            "--outcome",
            "delta",
            "--person-time",
            "time");

    private static CommandRun run(List<String> start, String... rest) {
        return CommandRun.of(Stream.concat(start.stream(), Stream.of(rest)).toArray(String[]::new));
    }

    private static String out(List<String> start, String... rest) {
        CommandRun run = run(start, rest);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out();
    }

    private static void assertRefused(CommandRun run, String message) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().replaceAll("\\s+", " ")).startsWith("cohort: " + message);
    }

    /** R 4.2.2, MASS::birthwt: chisq.test, fisher.test, prop.trend.test. */
    @Test
    void more_than_two_levels_make_a_table_of_rows_and_columns() {
        assertThat(out(BIRTHS, "--exposure", "race"))
                .startsWith("race x low: n = 189\n          no    yes  total\nwhite     73     23     96\n")
                .contains("Pearson chi-", "5.005    0.082", "Fisher-Freeman-", "NA    0.079");
        assertThat(out(BIRTHS, "--exposure", "race", "--trend", "--format", "csv")
                        .lines())
                .hasSize(5)
                .anyMatch(line -> line.startsWith("trend,Cochran-Armitage trend,NA,NA,NA,3.588"))
                .anyMatch(line -> line.startsWith("departure,departure from a linear trend,NA,NA,NA,1.416"));
        assertThat(out(BIRTHS, "--exposure", "smoke", "--trend", "--format", "csv")
                        .lines())
                .hasSize(4);
    }

    @Test
    void strata_of_more_than_two_levels_have_mantel_haenszel_tests() {
        assertThat(out(BIRTHS, "--exposure", "race", "--strata", "smoke", "--format", "csv"))
                .contains("crude association,", "\"Mantel-Haenszel, general association\",NA,NA,NA,9.414");
        assertThat(out(BIRTHS, "--exposure", "smoke", "--strata", "ht", "--format", "csv"))
                .contains(
                        "\"risk ratio, ht = ",
                        "crude odds ratio,log Wald",
                        "adjusted odds ratio,exact",
                        "synergy index");
    }

    @Test
    void person_time_gives_rates() {
        assertThat(out(CATHETERS))
                .startsWith("person-time 1092.5, events 26\n  type = percutaneous: 11/607 = 0.0181\n")
                .contains(
                        "exposed: type = 2=percutaneous", "event: delta = 1=infection", "person-time: time in months");
        assertThat(out(CATHETERS, "--method", "mid-p", "--format", "csv").lines())
                .hasSize(4);
    }

    @Test
    void person_time_may_have_strata_weights_and_counts_of_events(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("rates.csv"),
                "dose,events,years,age\nlow,14,1516,young\nhigh,10,1701,young\nlow,76,949,old\nhigh,121,2245,old\nlow,,3,old\n");
        List<String> rates = List.of(
                "table", file.toString(), "--exposure", "dose", "--outcome", "events", "--person-time", "years");
        assertThat(out(rates))
                .contains(
                        "events: events, counted", "left out because of a missing value: 1", "events missing: 1 blank");
        assertThat(out(rates, "--strata", "age", "--format", "csv"))
                .contains("adjusted rate ratio", "Greenland-Robins", "Mantel-Haenszel");
    }

    @Test
    void what_does_not_go_together_is_told() {
        assertRefused(run(CATHETERS, "--trend"), "--person-time knows no --trend: leave one of them out");
        assertRefused(run(CATHETERS, "--weights", "time"), "--person-time knows no --weights: leave one of them out");
        assertRefused(
                run(BIRTHS, "--exposure", "race", "--trend", "--strata", "smoke"),
                "--trend with --strata is the row 'correlation' of the table of strata: leave out --trend");
        String twoByTwo =
                "--paired, --as and --explain need a table of two rows and two columns of people: give variables "
                        + "of two levels, without --trend and --person-time";
        assertRefused(run(BIRTHS, "--exposure", "race", "--as", "STATA"), twoByTwo);
        assertRefused(run(BIRTHS, "--exposure", "race", "--paired"), twoByTwo);
        assertRefused(run(CATHETERS, "--explain", "1.2 (1.0-1.4)"), twoByTwo);
        assertRefused(run(BIRTHS), "give a file with --exposure and --outcome, or --counts a,b,c,d");
        assertRefused(
                CommandRun.of("table", "--counts", "1,2,3,4", "--trend"),
                "--counts stands alone: leave out the file and its variables");
    }
}
