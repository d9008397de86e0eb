package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvPartsTest {

    private static final Codebook CODEBOOK = Codebook.of(List.of(
            Variable.number("x", "a number"),
            Variable.category("g", "a group", Level.of("a"), Level.of("b")),
            Variable.text("remark", "words")));

    @TempDir
    private Path folder;

    private static String remark(int row) {
        return row % 7 == 0 ? "\"first, line " + row + "\nsecond \"\"line\"\"\"" : "remark number " + row;
    }

    private Path write(int rows) throws IOException {
        StringBuilder text = new StringBuilder("x,g,remark\n");
        for (int row = 0; row < rows; row++) {
            text.append(row / 8.0)
                    .append(row % 3 == 0 ? ",a," : ",b,")
                    .append(remark(row))
                    .append("\n");
        }
        return Files.writeString(folder.resolve("long.csv"), text);
    }

    @Test
    void the_parts_are_the_file_in_order_each_time() throws IOException {
        Path file = write(100_000);
        assertThat(Files.size(file)).isGreaterThan(3L * CsvParts.PART);
        Cohort whole = Workbook.open(file).cohort(ImportOptions.defaults().withCodebook(CODEBOOK));

        for (int pass = 0; pass < 2; pass++) {
            List<Cohort> parts = new ArrayList<>();
            Workbook.parts(file, CODEBOOK).forEach(parts::add);

            assertThat(parts)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(part -> assertThat(part.size()).isPositive());
            assertThat(parts.stream().flatMapToDouble(part -> Arrays.stream(part.numbers("x"))))
                    .containsExactly(Arrays.stream(whole.numbers("x")).boxed().toArray(Double[]::new));
            assertThat(parts.stream()
                            .flatMapToInt(part -> IntStream.of(part.levels("g")))
                            .toArray())
                    .isEqualTo(whole.levels("g"));
            assertThat(parts.stream()
                            .mapToLong(part -> part.table().column("remark").countUnique())
                            .sum())
                    .isEqualTo(100_000);
        }
    }

    @Test
    void a_fault_says_in_which_part_it_is() throws IOException {
        Path file = write(100_000);
        Codebook other = CODEBOOK.with(Variable.number("y", "not there"));

        assertThatThrownBy(() -> Workbook.parts(file, other).forEach(part -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("y");
        assertThatThrownBy(() -> Workbook.parts(folder.resolve("none.csv"), CODEBOOK))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is no file");
    }
}
