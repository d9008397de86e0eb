package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code cohort fit} answers in place of coefficients. */
class FitQuestionsTest {

    private static final String BIRTHS =
            "../examples/src/main/resources/cohortkit/examples/pregnancy/low-birth-weight.csv";

    private static String out(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out();
    }

    private static void refused(String message, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @Test
    void nested_models_are_tested_one_after_the_other() {
        assertThat(out(
                        "fit",
                        "low ~ smoke + age + factor(race)",
                        BIRTHS,
                        "--nested",
                        "low ~ smoke",
                        "--nested",
                        "low ~ smoke + age"))
                .startsWith("3 nested models of low, n = 189\n")
                .contains("\n"
                        + "low ~ smoke + age                         186    227.28  233.28         1      2.528 "
                        + " 0.112\n")
                .contains("likelihood-ratio tests of each model against the one before");
        assertThat(out("fit", "bwt ~ smoke", BIRTHS, "--family", "linear", "--nested", "bwt ~ 1", "--format", "csv"))
                .startsWith("model,df.residual,deviance,logLik,AIC,df,statistic,p.value,method\n")
                .contains("F test on 1 and 187 degrees of freedom");
        refused("not nested", "fit", "low ~ smoke", BIRTHS, "--nested", "low ~ age");
        refused("--se hc0 does not go with --nested", "fit", "low ~ age", BIRTHS, "--nested", "low ~ 1", "--se", "hc0");
    }

    @Test
    void one_question_at_a_time() {
        refused("--tests does not go with --firth", "fit", "low ~ age", BIRTHS, "--tests", "2", "--firth");
        refused(
                "--exact does not go with --ci bootstrap",
                "fit",
                "low ~ age",
                BIRTHS,
                "--exact",
                "age",
                "--ci",
                "bootstrap");
        refused("--ci profile does not go with --missing", "fit", "low ~ age", BIRTHS, "--missing", "--ci", "profile");
        refused("HC0 errors do not", "fit", "low ~ age", BIRTHS, "--tests", "2", "--se", "hc0");
        assertThat(out("fit", "low ~ age", BIRTHS, "--tests", "3", "--se", "hc0"))
                .contains("  1    0.078", "logistic regression, standard errors: HC0");
    }
}
