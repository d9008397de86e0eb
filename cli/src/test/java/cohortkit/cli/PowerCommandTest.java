package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PowerCommandTest {

    private static String out(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out();
    }

    private static void assertRefused(String message, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().replaceAll("\\s+", " ")).startsWith("cohort: " + message);
    }

    /** The first group as R 4.2.2's power.prop.test(p1 = .35, p2 = .16, power = .8) has it, rounded up. */
    @Test
    void two_proportions_have_a_row_a_method() {
        assertThat(out("power", "two", "--risks", "0.35,0.16"))
                .contains("two proportions  normal                           82      82  0.8028")
                .contains("normal, continuity-corrected     92      92", "arcsine", "level 0.95");
        assertThat(out("power", "two", "--risks", "0.35,0.16", "--format", "csv")
                        .lines())
                .hasSize(4)
                .first()
                .isEqualTo("design,method,first,second,power");
        assertThat(out("power", "two", "--risks", "0.35,0.16", "--n", "82", "--ratio", "2", "--format", "csv"))
                .contains("two proportions,normal,82,164,0.9");
    }

    @Test
    void a_ratio_beside_a_baseline_and_clusters() {
        assertThat(out("power", "two", "--baseline", "0.1", "--odds-ratio", "3.5", "--clusters", "20,0.05"))
                .contains("proportions 0.28 and 0.1", "design effect 1.950");
        assertThat(out("power", "two", "--baseline", "0.16", "--risk-ratio", "2", "--power", "0.9"))
                .contains("proportions 0.32 and 0.16");
    }

    @Test
    void one_proportion_and_a_trend() {
        assertThat(out("power", "one", "--proportion", "0.14", "--half-width", "0.03"))
                .contains("precision  Wald      514       0     NA");
        assertThat(out("power", "one", "--proportion", "0.14", "--half-width", "0.03", "--population", "1000"))
                .contains("340");
        assertThat(out("power", "one", "--proportion", "0.14", "--known", "0.1", "--format", "csv"))
                .contains("one proportion,normal,485,0,0.80");
        assertThat(out("power", "one", "--proportion", "0.14", "--known", "0.1", "--n", "100", "--format", "csv"))
                .contains("one proportion,normal,100,0,0.");
        assertThat(out("power", "trend", "--risks", "0.1,0.15,0.2")).contains("597", "first: people in all groups");
        assertThat(out("power", "trend", "--risks", "0.1,0.2", "--scores", "1,5", "--shares", "1,3", "--n", "400"))
                .contains("400");
    }

    @Test
    void what_is_not_asked_well_is_told() {
        assertRefused(
                "give --risks P1,P0, or --baseline P0 with --risk-ratio or --odds-ratio",
                "power",
                "two",
                "--risks",
                "0.3");
        assertRefused(
                "give --risks P1,P0, or --baseline P0 with --risk-ratio or --odds-ratio",
                "power",
                "two",
                "--baseline",
                "0.3");
        assertRefused(
                "--clusters needs two numbers, such as 20,0.05; there are 1",
                "power",
                "two",
                "--risks",
                "0.3,0.2",
                "--clusters",
                "20");
        assertRefused(
                "give --half-width, with --population or without, or else --known",
                "power",
                "one",
                "--proportion",
                "0.3");
        assertRefused(
                "--n needs --known: the width that n people give is that of cohort prevalence",
                "power",
                "one",
                "--proportion",
                "0.3",
                "--half-width",
                "0.1",
                "--n",
                "3");
        assertThat(out("power")).contains("Usage: cohort power", "trend");
    }
}
