package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Range;
import cohortkit.core.Variable;
import cohortkit.core.VariableRules;
import cohortkit.core.VariableType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodebookRoundTripTest {

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_codebook_that_was_written_reads_as_itself(long seed) {
        Codebook codebook = new Nasty(new SplittableRandom(seed)).codebook();
        // A workbook takes as long as fifty CSV files.
        for (String file : seed % 8 == 0 ? List.of("c.csv", "c.xlsx") : List.of("c.csv")) {
            CodebookFile.write(codebook, folder.resolve(file));
            Codebook back = CodebookFile.read(folder.resolve(file));
            assertThat(List.copyOf(Nasty.variables(back))).as(file).isEqualTo(Nasty.variables(codebook));
            for (Variable variable : codebook) {
                assertThat(back.variable(variable.name()).missingCodes().keySet())
                        .containsExactlyElementsOf(variable.missingCodes().keySet());
            }
        }
    }

    @Test
    void a_codebook_reads_well_in_its_file() throws IOException {
        Path file = folder.resolve("c.csv");
        CodebookFile.write(
                Codebook.of(
                        Variable.identifier("id", "Patient").withNote("by the clinic"),
                        Variable.number("age", "Age at interview")
                                .withUnit("years")
                                .withRange(new Range(16, Double.POSITIVE_INFINITY))
                                .withMissing("-1", "not done"),
                        Variable.category(
                                        "arm",
                                        "Arm",
                                        new Level("0", "none, or unknown"),
                                        new Level("1", "yes; any"),
                                        new Level("2", "a = b"),
                                        Level.of("x,y"),
                                        new Level("9", ""))
                                .withMissing("", "not asked")
                                .withMissing("Blank", "left blank"),
                        Variable.date("day", "day").withUnit("d/m/y").withRange(new Range(-1, 0))),
                file);
        assertThat(file).hasContent("""
                name,label,type,levels,unit,min,max,missing,required,asked if,checks,note
                id,Patient,identifier,,,,,,,,,by the clinic
                age,Age at interview,number,,years,16,,'-1=not done,,,,
                arm,Arm,category,"0=none, or unknown; 1=""yes; any""; 2=a = b; ""x,y""; 9=""\""",,,,"blank=not asked; ""Blank""=left blank",,,,
                day,,date,,d/m/y,1969-12-31,1970-01-01,,,,,
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                // Quotes that are not needed are text, as they were before there were any.
                "1=\"mild\"; 2=\"severe\" > 1=\"mild\", 2=\"severe\"",
                "1=\"mild\" or \"worse\"; 2=x > 1=\"mild\" or \"worse\", 2=x",
                "5\" pipe; 6\" pipe > 5\" pipe, 6\" pipe",
                "1=\"a; b > 1=\"a, b",
                // Quotes that are needed are not.
                "1=\"a; b\" ; 2=\"c=\"\"d\"\"\" > 1=a; b, 2=c=\"d\"",
                "\"a, b\" > a, b",
                "0, \"no, never\" | 1, yes > 0=no, never, 1=yes",
            })
    void quotes_keep_marks_in_a_label(String text, String expected) {
        assertThat(CodebookWords.levels(text).toString()).isEqualTo("[" + expected + "]");
    }

    @Test
    void what_a_codebook_file_cannot_say_is_refused() {
        Level level = Level.of("a");
        assertProblem(
                "variable 'x' has levels but is a number; make it a category",
                new Variable(
                        "x", "", VariableType.NUMBER, List.of(level), "", Range.ALL, Map.of(), VariableRules.NONE, ""));
        assertProblem(
                "variable 'x' has a range but is text; leave it out",
                Variable.text("x", "").withRange(new Range(0, 1)));
        assertProblem(
                "variable 'x' has the limit 0.5, which is not a date of years 0 to 9999",
                Variable.date("x", "").withRange(new Range(0.5, 1)));
        assertProblem("a codebook without variables cannot be written; add one");
        assertThatThrownBy(() -> CodebookFile.write(Codebook.of(Variable.text("x", "")), Path.of("c.ods")))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot write 'c.ods': a codebook is written as .csv or .xlsx; give the file one of these "
                        + "extensions");
        Path xlsx = folder.resolve("long.xlsx");
        assertThatThrownBy(() -> CodebookFile.write(Codebook.of(Variable.text("x", "a".repeat(40_000))), xlsx))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot write '" + xlsx + "': a text of 40000 characters in the codebook's row of 'x'; "
                        + "a cell holds at most 32767; write .csv");
        assertThat(xlsx).doesNotExist();
    }

    private void assertProblem(String message, Variable... variables) {
        Path file = folder.resolve("bad.csv");
        assertThatThrownBy(() -> CodebookFile.write(Codebook.of(variables), file))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
        assertThat(Files.exists(file)).isFalse();
    }
}
