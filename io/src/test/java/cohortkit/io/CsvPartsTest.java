package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
            CsvParts.of(file, CODEBOOK).forEach(parts::add);

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

        assertThatThrownBy(() -> CsvParts.of(file, other).forEach(part -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("y");
        assertThatThrownBy(() -> CsvParts.of(folder.resolve("none.csv"), CODEBOOK))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is no file");
    }

    @Test
    void rows_have_their_addresses_in_the_file() throws IOException {
        Path file = write(100_000);
        Cohort whole = Workbook.open(file).cohort(CODEBOOK);
        int[] row = {0};

        CsvParts.of(file, CODEBOOK).forEach(part -> {
            for (int i = 0; i < part.size(); i++) {
                assertThat(part.cell(i, "g")).isEqualTo(whole.cell(row[0]++, "g"));
            }
        });

        assertThat(row[0]).isEqualTo(100_000);
    }

    @Test
    void a_value_that_breaks_the_codebook_is_named_by_its_cell_in_the_file() throws IOException {
        Path file = write(100_000);
        List<String> lines = new ArrayList<>(List.of(Files.readString(file).split("\n", -1)));
        String wrong = lines.get(lines.size() - 3);
        Files.writeString(file, Files.readString(file).replace(wrong, "many" + wrong.substring(wrong.indexOf(','))));
        ImportOptions strict = ImportOptions.defaults().withCodebook(CODEBOOK).strict();
        CsvParts parts = CsvParts.of(file, CsvOptions.detected(), strict, ImportProgress.none());

        Cohort whole = Workbook.open(file).cohort(CODEBOOK);
        assertThat(whole.ledger().count(Ledger.Severity.ERROR)).isEqualTo(1);
        String address = whole.ledger()
                .only(Ledger.Severity.ERROR)
                .entries()
                .get(0)
                .cell()
                .address();
        assertThatThrownBy(() -> parts.forEach(part -> {}))
                .isInstanceOf(RefusedImport.class)
                .hasMessageContaining(address);
    }

    @Test
    void the_draft_is_that_of_the_whole_file() throws IOException {
        StringBuilder text = new StringBuilder("a title\nid;y;g;blank;late;when\n");
        for (int row = 0; row < 200_000; row++) {
            text.append("p")
                    .append(row)
                    .append(';')
                    .append(row == 190_000 ? "n/a" : row % 2)
                    .append(';');
            text.append("abcdefg".charAt(row < 150_000 ? row % 4 : row % 7)).append(";;");
            text.append(row < 180_000 ? "NA" : row % 10)
                    .append(";2020-01-0")
                    .append(1 + row % 9)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("drafted.csv"), text);
        assertThat(Files.size(file)).isGreaterThan(3L * CsvParts.PART);
        List<Double> heard = new ArrayList<>();

        CsvParts parts =
                CsvParts.of(file, CsvOptions.detected(), ImportOptions.defaults(), (rows, share) -> heard.add(share));

        assertThat(parts.codebook()).isEqualTo(Workbook.open(file).cohort().codebook());
        assertThat(heard).isSorted().last().isEqualTo(1.0);
        assertThat(parts).hasToString("drafted.csv in parts, 6 variables");
    }

    @Test
    void a_column_that_turns_from_numbers_to_words_is_text_and_says_where() throws IOException {
        Path file = write(100_000);
        String marked = Files.readString(file).replaceFirst("\n12000.5,", "\nabout 12000,");
        Files.writeString(file, marked);
        String cell = Workbook.open(file)
                .cohort(CODEBOOK)
                .ledger()
                .only(Ledger.Severity.ERROR)
                .entries()
                .get(0)
                .cell()
                .toString();

        CsvParts parts = CsvParts.of(file);

        assertThat(parts.codebook().variable("x").type()).isEqualTo(VariableType.TEXT);
        assertThat(parts.codebook().variable("x").note()).isEqualTo("a number before, and 'about 12000' in " + cell);
        assertThatThrownBy(() -> parts.forEach(part -> part.numbers("x")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'about 12000' in " + cell);
    }

    @Test
    void what_cannot_be_cut_is_refused() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        Path wide = Files.write(folder.resolve("wide.csv"), "x,y\n1,2\n".getBytes(StandardCharsets.UTF_16));
        Path book = Files.write(folder.resolve("book.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 1, 2, 3});
        Path header = Files.writeString(folder.resolve("header.csv"), "x,y\n");
        ImportOptions range = ImportOptions.defaults().withRange("A1:B2");

        assertThatThrownBy(() -> CsvParts.of(empty)).hasMessageContaining("it is empty");
        assertThatThrownBy(() -> CsvParts.of(wide)).hasMessageContaining("save it as UTF-8");
        assertThatThrownBy(() -> CsvParts.of(book)).hasMessageContaining("only text with delimiters");
        assertThatThrownBy(() -> CsvParts.of(header)).hasMessageContaining("no data rows under the header in row 1");
        assertThatThrownBy(() -> CsvParts.of(header, CsvOptions.detected(), range, ImportProgress.none()))
                .hasMessageContaining("a range of cells is not read in parts");
    }

    @Test
    void a_quote_inside_a_field_is_no_quote() {
        byte[] text = "a,b\n5'10\",\"two\n\"\"lines\"\n1\"\"2,3\nrest".getBytes(StandardCharsets.UTF_8);
        CsvRecordEnds records = new CsvRecordEnds(',');

        assertThat(records.count(text)).isEqualTo(4);
        assertThat(records.lastEnd(text, text.length)).isEqualTo(text.length - 4);
        assertThat(records.endOf(text, 2)).isEqualTo(text.length - "1\"\"2,3\nrest".length());
        assertThat(records.lastEnd(text, 3)).isZero();
        assertThat(records.count("a\rb,\"c\nd\"\r\ne\r".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(3);
    }

    private List<Cohort> smallParts(String text, Codebook codebook) throws IOException {
        Path file = Files.writeString(folder.resolve("small.csv"), text);
        List<Cohort> parts = new ArrayList<>();
        ImportOptions options = ImportOptions.defaults().withCodebook(codebook);
        new CsvParts(file, CsvOptions.detected(), options, ImportProgress.none(), 400).forEach(parts::add);
        return parts;
    }

    @Test
    void a_part_may_begin_with_any_value() throws IOException {
        Codebook codebook = Codebook.of(Variable.text("level", "a level"), Variable.number("x", "a number"));

        List<Cohort> parts = smallParts("level,x\n" + "<5,1\n".repeat(300), codebook);

        assertThat(parts).hasSize(4);
        assertThat(parts.get(3).row(0).text("level")).isEqualTo("<5");
    }

    @Test
    void records_with_too_few_fields_are_told_as_in_the_whole_file() throws IOException {
        String text = "x,g,remark\n" + "1,a,word\n".repeat(60) + "2\n".repeat(70) + "3,a,\"two\nlines\"\n4\r5,a,b\n6\n"
                + "7,b,word\n".repeat(40) + "8,b\n";
        Path file = Files.writeString(folder.resolve("small.csv"), text);

        List<Cohort> parts = smallParts(text, CODEBOOK);

        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(parts.stream().flatMap(part -> part.ledger().entries().stream()))
                .isEqualTo(Workbook.open(file).cohort(CODEBOOK).ledger().entries())
                .hasSize(73);
    }

    @Test
    void notes_at_the_end_stand_in_the_part_of_the_last_rows() throws IOException {
        String text = "x,g,remark\n" + "1,a,word\n".repeat(91); // a little more than two parts

        List<Cohort> parts = smallParts(text + "\nNote: estimated\n", CODEBOOK);

        assertThat(parts).extracting(Cohort::size).containsExactly(43, 48);
        assertThat(parts.get(1).ledger().entries())
                .extracting(Ledger.Entry::rule)
                .containsExactly("a note below a blank row");
    }
}
