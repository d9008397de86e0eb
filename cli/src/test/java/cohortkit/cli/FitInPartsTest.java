package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cohort fit --in-parts}: what it answers, and where what is wrong stands. */
class FitInPartsTest {

    private static final int ROWS = 150_000;

    @TempDir
    private Path folder;

    /** More than two parts; the row with that number has its own text. */
    private String write(int special, String text) throws IOException {
        return write(row -> row == special ? text : "");
    }

    private String write(IntFunction<String> own) throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder csv = new StringBuilder("y,age,g,weight\n");
        for (int row = 2; row < ROWS + 2; row++) {
            int age = 20 + random.nextInt(60);
            String line = (random.nextInt(100) < age ? 1 : 0) + "," + age + "," + "ab".charAt(random.nextInt(2)) + ",1";
            String special = own.apply(row);
            csv.append(special.isEmpty() ? line : special).append('\n');
        }
        Path file = Files.writeString(folder.resolve("long.csv"), csv);
        assertThat(Files.size(file)).isGreaterThan(1_300_000);
        return file.toString();
    }

    private static String refused(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
        return run.err();
    }

    @Test
    void the_answer_is_that_of_the_whole_file() throws IOException {
        String file = write(140_000, "NA,  30,b,1");

        String parts = CommandRun.of("fit", "y ~ age + g", file, "--in-parts", "--level", "0.9")
                .out();
        String whole =
                CommandRun.of("fit", "y ~ age + g", file, "--level", "0.9").out();

        assertThat(parts).startsWith("Logistic regression of y in parts, n = 149999\n");
        assertThat(parts.replace(" in parts", "")).isEqualTo(whole);
        assertThat(parts).contains("complete cases: 149999 of 150000; y missing 1", "event: y = 1", "import: ");
    }

    @Test
    void a_wrong_value_is_named_by_its_place_in_the_file() throws IOException {
        assertThat(refused("fit", "y ~ age", write(140_000, "1,old,a,1"), "--in-parts"))
                .contains("variable 'age' is text (a number before, and 'old' in long.csv!B140000)");
        assertThat(refused("fit", "y ~ age", write(140_001, "2,30,a,1"), "--in-parts"))
                .contains("long.csv!A140001");
        assertThat(refused("fit", "y ~ log(age)", write(140_002, "1,0,a,1"), "--in-parts"))
                .contains("long.csv!B140002");
        assertThat(refused("fit", "y ~ age", write(140_003, "1,30,a,-1"), "--in-parts", "--weights", "weight"))
                .contains("long.csv!D140003");
        assertThat(refused("fit", "y ~ agee", write(0, ""), "--in-parts")).contains("'age'");
    }

    @Test
    void a_codebook_makes_what_is_no_number_missing_and_a_strict_import_refuses_it() throws IOException {
        String file = write(140_000, "1,old,a,1");
        String codebook = Files.writeString(
                        folder.resolve("codebook.csv"), "name,type,levels\ny,number,\nage,number,\ng,category,b;a\n")
                .toString();

        String answer = CommandRun.of("fit", "y ~ age + g", file, "--in-parts", "--codebook", codebook)
                .out();
        CommandRun strict = CommandRun.of("fit", "y ~ age + g", file, "--in-parts", "--codebook", codebook, "--strict");

        assertThat(answer)
                .contains(
                        "\ng[a] ", "reference: g = b", "149999 of 150000; age missing 1 (invalid)", "import: 2 cells");
        assertThat(strict.exit()).isEqualTo(1);
        assertThat(strict.err()).contains("1 error against the codebook", "B140000");
    }

    @Test
    void what_needs_all_rows_at_once_is_refused() throws IOException {
        String file = write(0, "");

        assertThat(refused("fit", "y ~ age", file, "--in-parts", "--ci", "profile"))
                .contains("--ci profile does not go with --in-parts, which has Wald limits");
        assertThat(refused("fit", "y ~ age", file, "--in-parts", "--family", "poisson"))
                .contains("a fit of parts is logistic");
        assertThat(refused("fit", "y ~ age", file, "--in-parts", "--se", "hc1")).contains("--se hc1 does not go with");
        assertThat(refused("fit", "y ~ age", file, "--in-parts", "--offset", "weight"))
                .contains("has no offsets");
        assertThat(refused("fit", "y ~ ns(age, df = 3)", file, "--in-parts")).contains("has constants of all rows");
        assertThat(refused("fit", "y ~ age", file, "--in-parts", "--missing-codes", "-9=unknown"))
                .contains("--missing-codes needs a codebook");
        assertThat(refused("fit", "y ~ age", file, "--in-parts", "--sheet", "Data"))
                .contains("no sheet 'Data'");
    }
}
