package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.stats.Software;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers as another package prints them, one method of many, and which convention prints a number. */
class SoftwareCommandTest {

    private static final String DIALYSIS = "../examples/src/main/resources/cohortkit/examples/dialysis/"
            + "dialysis-reconstructed-from-published-totals.xlsx";

    private static String out(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out();
    }

    private static void assertMistake(String message, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("cohort: " + message);
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void a_table_is_printed_as_each_package_does(Software software) {
        String json = out("table", "--counts", "12,55,16,125", "--as", software.name(), "--format", "json");

        assertThat(json).contains("as " + software.label() + " prints by default", "odds ratio");
        assertThat(json.contains("risk ratio")).isEqualTo(software != Software.R);
        assertThat(json.contains("Newcombe")).isEqualTo(software == Software.OURS || software == Software.STATSMODELS);
        assertThat(json.contains("with continuity correction"))
                .isEqualTo(software == Software.R || software == Software.SAS || software == Software.EPI_INFO);
        assertThat(json.contains("Fisher")).isEqualTo(software != Software.STATA && software != Software.STATSMODELS);
    }

    @Test
    void a_name_in_lower_case_is_understood() {
        assertThat(out("table", "--counts", "12,55,16,125", "--as", "stata", "--format", "csv"))
                .isEqualTo(out("table", "--counts", "12,55,16,125", "--as", "STATA", "--format", "csv"))
                .contains("exact, cross-product");
    }

    @Test
    void a_prevalence_is_printed_as_each_package_does() {
        assertThat(out("prevalence", DIALYSIS, "rls", "--as", "STATA"))
                .startsWith("46/333 = 13.8 % (95 % CI 10.3 to 18.0; Clopper-Pearson)\nevent: rls = yes\n");
        assertThat(out("prevalence", DIALYSIS, "rls", "--as", "SAS", "--format", "csv")
                        .lines())
                .hasSize(3);
        assertMistake(
                "the interval that Epi Info prints for a proportion is not established; name a method instead, such as"
                        + " clopper_pearson\n",
                "prevalence",
                DIALYSIS,
                "rls",
                "--as",
                "EPI_INFO");
    }

    @Test
    void one_method_is_chosen_by_name() {
        assertThat(out("table", "--counts", "12,55,16,125", "--method", "exact", "--format", "csv")
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("odds ratio,exact,1.69989664452246");
        assertMistake(
                "no row has the method 'katz'; there are ", "table", "--counts", "12,55,16,125", "--method", "katz");
    }

    @Test
    void the_convention_behind_a_printed_number_is_found() {
        assertThat(out("table", "--counts", "12,55,16,125", "--explain", "1.70 (0.68-4.13)"))
                .isEqualToNormalizingNewlines("""
                        1.70 (0.68-4.13) is one of these 2:
                          the odds ratio, exact (R fisher.test, Epi Info), at 95 %
                          the odds ratio, exact, cross-product (Stata cc, SAS EXACT OR), at 95 %
                        """);
        assertThat(out(
                        "table",
                        DIALYSIS,
                        "--exposure",
                        "rls",
                        "--outcome",
                        "insomnia",
                        "--explain",
                        "2.17 (1.35 to 3.49)"))
                .contains("the risk ratio, log Wald");
        assertMistake("a printed estimate is a number", "table", "--counts", "12,55,16,125", "--explain", "large");
        assertMistake(
                "--as and --explain are for one table of people: leave out --paired and --strata\n",
                "table",
                "--paired",
                "--counts",
                "12,55,16,125",
                "--explain",
                "1.70");
    }
}
