package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Ledger;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The cells of a text file by columns, in parts: what their rows, their texts and their room need. */
class CsvColumnsTest {

    private static Workbook workbook(String text) {
        return Workbook.read("d.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<RawSheet> inParts(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        SheetTraits traits =
                new SheetTraits(false, true, DateSystem.FROM_1900, Integer.MAX_VALUE - 1, XlsxFormat.MOST_COLUMNS);
        return new CsvRecords("d.csv", traits, new CsvDialect(',', 2))
                .readInParts(
                        new ByteArrayInputStream(bytes), bytes.length, StandardCharsets.UTF_8, ImportProgress.none());
    }

    private static String identifiers(int rows, int twice) {
        StringBuilder text = new StringBuilder("id,x\n");
        for (int row = 0; row < rows; row++) {
            text.append("P")
                    .append(row == twice ? twice - 1_500 : row)
                    .append(',')
                    .append(row % 7)
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void identifiers_that_were_all_different_at_first_are_told_when_one_comes_again() {
        Cohort cohort = workbook(identifiers(4_000, 3_999)).cohort();
        assertThat(cohort.codebook().variable("id").type()).isEqualTo(VariableType.TEXT);
        assertThat(cohort.row(3_999).text("id")).isEqualTo("P2499");

        Codebook codebook = Codebook.of(Variable.identifier("id", "id"), Variable.number("x", "x"));
        assertThat(workbook(identifiers(4_000, 3_999)).cohort(codebook).ledger().entries())
                .extracting(Ledger.Entry::rule)
                .containsExactly("identifier stands in row 2501 too");
    }

    @Test
    void identifiers_of_many_parts_are_one_column() {
        int rows = 900_000; // more than two parts
        Cohort cohort = workbook(identifiers(rows, rows)).cohort();
        assertThat(cohort.size()).isEqualTo(rows);
        assertThat(cohort.codebook().variable("id").type()).isEqualTo(VariableType.IDENTIFIER);
        for (int row : new int[] {0, 1, 450_000, 899_999}) {
            assertThat(cohort.row(row).text("id")).isEqualTo("P" + row);
            assertThat(cohort.cell(row, "id").orElseThrow().row()).isEqualTo(row + 2);
        }
    }

    @Test
    void rows_without_cells_leave_no_gap() throws IOException {
        RawSheet sheet = inParts("a,b\n\n1,\n,,\n,2\n").orElseThrow();
        assertThat(sheet.rows()).isEqualTo(3);
        assertThat(sheet.rowNumber(1)).isEqualTo(3);
        assertThat(sheet.rowNumber(2)).isEqualTo(5);
        assertThat(sheet.position(5)).isEqualTo(2);
        assertThat(sheet.position(4)).isEqualTo(-3);
        assertThat(sheet.position(99)).isEqualTo(-4);
        assertThat(sheet.row(2)).extracting(RawCell::shown).containsExactly("2");
        assertThat(sheet.cells().cellIn(2, 1)).isEqualTo(-1);
        assertThat(sheet.cells().cellIn(2, 9)).isEqualTo(-1);
        assertThat(sheet.cells().cells()).isEqualTo(4);
        assertThat(sheet.cells().columns(2)).hasToString("{2}");
    }

    @Test
    void a_record_far_longer_than_all_others_makes_no_columns_of_nothing() throws IOException {
        String text = "x,".repeat(10_000) + "\n" + "y\n".repeat(200_000);
        assertThat(inParts(text)).isEmpty();
        RawSheet sheet = Format.sheets(
                        Content.of("d.csv", text.getBytes(StandardCharsets.UTF_8)), CsvOptions.detected())
                .get(0);
        assertThat(sheet.rows()).isEqualTo(200_001);
        assertThat(sheet.row(0)).hasSize(10_000);
        assertThat(sheet.row(200_000)).extracting(RawCell::shown).containsExactly("y");
    }

    @Test
    void a_part_of_the_table_has_its_cells() throws IOException {
        RawSheet part = inParts("a,b,c\n1,x,2.50\n 7,y,2.5\n").orElseThrow().part(new Span(2, 2, 3, 3));
        assertThat(part.row(0)).extracting(RawCell::shown).containsExactly("x", "2.50");
        assertThat(part.row(1)).extracting(RawCell::shown).containsExactly("y", "2.5");
        assertThat(part.row(0)).extracting(RawCell::kind).containsOnly(CellKind.TEXT);
        assertThat(part.row(1).get(1).number()).isEqualTo(2.5);
    }

    @Test
    void digits_too_long_for_others_keep_theirs() throws IOException {
        RawSheet sheet = inParts("1,a\n-2,b\n3.963846501539763,c\nword,d\n123456789012,e\n")
                .orElseThrow();
        assertThat(sheet.row(0).get(0).number()).isEqualTo(1);
        assertThat(sheet.row(1).get(0).number()).isEqualTo(-2);
        assertThat(sheet.row(2).get(0).shown()).isEqualTo("3.963846501539763");
        assertThat(sheet.row(3).get(0).shown()).isEqualTo("word");
        assertThat(sheet.row(4).get(0).shown()).isEqualTo("123456789012");
    }

    @Test
    void one_part_with_an_unusual_quote_is_read_beside_the_others() throws IOException {
        StringBuilder text = new StringBuilder("Zo\u00eb,5\" nail\n");
        for (int i = 0; text.length() < 5 << 20; i++) {
            text.append(i % 3 == 0 ? "Zo\u00eb" : "x").append(',').append(i).append('\n');
        }
        RawSheet sheet = inParts(text.toString()).orElseThrow();
        assertThat(sheet.row(0)).extracting(RawCell::shown).containsExactly("Zo\u00eb", "5\" nail");
        int last = sheet.rows() - 1;
        assertThat(sheet.row(last).get(1).number()).isEqualTo(last - 1);
        int place = sheet.cells().textPlace(sheet.cells().cellIn(1, 1));
        assertThat(sheet.cells().textPlace(sheet.cells().cellIn(last - last % 3 + 1 - 3, 1)))
                .isEqualTo(place);
    }
}
