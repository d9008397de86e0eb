package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one who fits for the first time may type: an answer, or what is wrong and what to do. */
class NewcomersTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        StringBuilder csv = new StringBuilder("ill,age,sex,grade,status,zero,same,conc,dose\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i * i % 7 % 2).append(',').append(20 + i * 37 % 50).append(',');
            csv.append("mf".charAt(i / 2 % 2))
                    .append(',')
                    .append("abc".charAt(i % 3))
                    .append(',');
            csv.append(i * i % 5 % 2 == 0 ? "well" : "sick").append(",0,5,").append(i % 4);
            csv.append(',').append(i == 40 ? "two" : String.valueOf(i / 2.0)).append('\n');
        }
        Files.writeString(folder.resolve("d.csv"), csv);
        Files.createFile(folder.resolve("empty.csv"));
        Files.writeString(folder.resolve("header.csv"), "ill,age\n");
    }

    private static CommandRun fit(String formula, String file, String... more) {
        List<String> all =
                new ArrayList<>(List.of("fit", formula, folder.resolve(file).toString()));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ill ~ aeg            | no variable 'aeg'; did you mean 'age'?",
                "ill ~ Age            | did you mean 'age'?",
                "grade ~ age          | variable 'grade' is not binary: it is a category of 3 levels (a, b, c)",
                "zero ~ age           | all 60 analyzed rows have zero = 0; there is nothing to model",
                "ill ~ log(sex)       | log(sex) needs a number; 'sex' is a category",
                "ill ~ log(conc)      | log(conc) needs positive values; 'conc' is 0 in d.csv!H2",
                "ill ~ age +          | at position 12: expected a variable, the formula ends there",
                "ill age              | at position 5: expected '~', found 'a'",
                "ill ~ age, sex       | at position 10: expected + or -, found ','",
                "ill ~ age^2          | at position 10: a power is written I(x^2)",
                "log(age) ~ sex       | at position 4: an outcome stands as it is; derive log(...) as a variable first",
                "ill ~ lg(age)        | 'lg(...)' is not known here; there are factor(x)",
                "ill ~ dose           | variable 'dose' is text; a model takes numbers and categories",
                "ill ~ age + ill      | 'ill' stands on both sides of the formula",
            })
    void a_formula_that_has_no_answer_is_told_why(String formula, String why) {
        CommandRun run = fit(formula, "d.csv");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("cohort: ").contains(why).doesNotContain("Exception");
    }

    @Test
    void files_and_options_that_do_not_do_are_told_why() {
        assertThat(fit("ill ~ age", "empty.csv").err()).contains("'empty.csv': it is empty (0 bytes)");
        assertThat(fit("ill ~ age", "header.csv").err()).contains("no data rows under the header in row 1");
        assertThat(fit("ill ~ age", "d.csv", "--sheet", "Data").err())
                .contains("'d.csv' has no sheet 'Data'; a text has none");
        assertThat(CommandRun.of("fit", "d.csv", "ill ~ age").err())
                .contains("'ill ~ age' is a formula and no file; the formula stands before the file");
        CommandRun family = fit("ill ~ age", "d.csv", "--family", "logit");
        assertThat(family.exit()).isEqualTo(2);
        assertThat(family.err())
                .startsWith("cohort: Invalid value for option '--family': 'logit'; there are logistic, log-binomial,"
                        + " poisson-robust, poisson, linear, risk-difference\n");
        assertThat(fit("ill ~ age", "d.csv", "--ci", "90").err()).contains("'90'; there are wald, profile, bootstrap");
    }

    @Test
    void a_text_of_two_kinds_is_an_outcome_and_a_constant_is_left_out() {
        assertThat(fit("status ~ age", "d.csv").out())
                .contains("Logistic regression of status, n = 60", "event: status = well");
        assertThat(fit("ill ~ same + age", "d.csv").out())
                .contains("same         aliased", "same is aliased: the same in every row; left out");
    }
}
