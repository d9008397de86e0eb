package cohortkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Word and Excel files are read back and compared with the table. */
class OfficeRenderersTest {

    private static final JournalStyle PLAIN = Journal.PLAIN.style();

    private static byte[] bytes(TableFormat format, PaperTable table, JournalStyle style) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(table, style, out);
        return out.toByteArray();
    }

    private static String text(XWPFTableCell cell) {
        StringBuilder text = new StringBuilder();
        for (XWPFParagraph paragraph : cell.getParagraphs()) {
            for (XWPFRun run : paragraph.getRuns()) {
                boolean raised = run.getVerticalAlignment() != null
                        && run.getVerticalAlignment().toString().equals("superscript");
                text.append(raised ? (text.isEmpty() ? "[" : " [") + run.text() + "]" : run.text());
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(Journal.class)
    void a_word_table_reads_back_as_it_was(Journal journal) throws IOException {
        PaperTable table = HostileTable.of();
        byte[] bytes = bytes(TableFormat.WORD, table, journal.style());

        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            XWPFTable word = document.getTables().get(0);
            List<List<String>> read = new ArrayList<>();
            for (XWPFTableRow row : word.getRows().subList(1, word.getNumberOfRows())) {
                read.add(row.getTableCells().stream()
                        .map(OfficeRenderersTest::text)
                        .toList());
            }
            List<List<String>> wanted = new ArrayList<>(HostileTable.printed(table, journal.style()));
            wanted.set(1, wanted.get(1).subList(0, 1)); // a section runs over all columns
            assertThat(read).isEqualTo(wanted);
            assertThat(word.getRow(0).getTableCells().stream().map(XWPFTableCell::getText))
                    .containsExactly("", table.spanners().get(0).header(), "");
            assertThat(word.getRow(0).isRepeatHeader()).isTrue();
            assertThat(word.getRow(1).isRepeatHeader()).isTrue();
            assertThat(word.getRow(2).isRepeatHeader()).isFalse();
            List<String> below = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .toList();
            assertThat(below.get(0)).isEqualTo(table.title());
            assertThat(below.subList(1, below.size()))
                    .containsExactly(
                            "a " + HostileTable.PLUS,
                            "b " + HostileTable.MARKUP,
                            "c " + HostileTable.FORMULA,
                            table.notes().get(0),
                            table.notes().get(1),
                            table.notes().get(2));
            assertThat(document.getAllPictures()).isEmpty();
        }
    }

    @Test
    void a_word_table_fits_its_page_and_a_wide_one_turns_it() throws IOException {
        PaperTable narrow = HostileTable.of();
        PaperTable wide = wide(14);
        PaperTable wider = wide(60);
        for (PaperTable table : List.of(narrow, wide, wider)) {
            byte[] bytes = bytes(TableFormat.WORD, table, PLAIN);
            try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
                var section = document.getDocument().getBody().getSectPr();
                int page = ((Number) section.getPgSz().getW()).intValue();
                int room = page
                        - ((Number) section.getPgMar().getLeft()).intValue()
                        - ((Number) section.getPgMar().getRight()).intValue();
                assertThat(page).isEqualTo(table.equals(narrow) ? 11906 : 16838);
                int columns = 0;
                for (XWPFTable word : document.getTables()) {
                    assertThat(word.getWidth()).isLessThanOrEqualTo(room);
                    int cells = word.getRow(0).getTableCells().stream()
                            .mapToInt(XWPFTableCell::getWidth)
                            .sum();
                    assertThat(cells).isEqualTo(word.getWidth());
                    columns += word.getCTTbl().getTblGrid().sizeOfGridColArray() - 1;
                }
                assertThat(columns).isEqualTo(table.columns().size() - 1);
                assertThat(document.getTables())
                        .hasSize(table.equals(wider) ? document.getTables().size() : 1);
            }
        }
        assertThat(new Layout(new Typeset(wider, PLAIN)).panels(140, 2)).hasSizeGreaterThan(2);
    }

    static PaperTable wide(int columns) {
        List<PaperTable.Column> heads = new ArrayList<>();
        heads.add(PaperTable.Column.left("name"));
        IntStream.range(0, columns).forEach(i -> heads.add(PaperTable.Column.right("group" + i)));
        List<PaperCell> cells = new ArrayList<>();
        cells.add(PaperCell.text("a row"));
        IntStream.range(0, columns).forEach(i -> cells.add(PaperCell.count(1_000_000L + i)));
        return new PaperTable(
                "wide", heads, List.of(), List.of(new PaperTable.Row(PaperTable.Kind.DATA, 0, cells)), List.of());
    }

    @Test
    void a_workbook_reads_back_as_it_was_and_holds_numbers_as_numbers() throws IOException {
        PaperTable table = HostileTable.of();
        byte[] bytes = bytes(TableFormat.EXCEL, table, PLAIN);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            Sheet sheet = workbook.getSheet("Table");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo(table.title());
            List<List<String>> wanted = HostileTable.printed(table, PLAIN);
            DataFormatter shown = new DataFormatter(java.util.Locale.ROOT);
            for (int row = 0; row < wanted.size(); row++) {
                for (int column = 0; column < 4; column++) {
                    Cell cell = sheet.getRow(row + 2).getCell(column);
                    String text = cell == null ? "" : shown.formatCellValue(cell);
                    assertThat(text)
                            .as("row %d column %d", row, column)
                            .isEqualTo(wanted.get(row).get(column));
                }
            }
            assertThat(sheet.getRow(4).getCell(1).getNumericCellValue()).isEqualTo(-0.4375);
            assertThat(sheet.getRow(8).getCell(2).getNumericCellValue()).isEqualTo(0.00001);
            for (Sheet each : workbook) {
                each.forEach(row -> row.forEach(cell -> assertThat(cell.getCellType())
                        .as(cell.getAddress().toString())
                        .isIn(CellType.STRING, CellType.NUMERIC, CellType.BLANK)));
            }
            Sheet numbers = workbook.getSheet("Numbers");
            assertThat(numbers.getLastRowNum()).isEqualTo(table.numbers().rows().size());
            for (int row = 1; row <= numbers.getLastRowNum(); row++) {
                List<Object> values = table.numbers().rows().get(row - 1);
                double value = (Double) values.get(4);
                if (!Double.isNaN(value)) {
                    assertThat(numbers.getRow(row).getCell(4).getNumericCellValue())
                            .isEqualTo(value);
                }
                assertThat(numbers.getRow(row).getCell(1).getStringCellValue()).isEqualTo(values.get(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void the_same_table_is_the_same_bytes(TableFormat format) throws Exception {
        byte[] first = bytes(format, HostileTable.of(), PLAIN);
        Thread.sleep(format == TableFormat.WORD || format == TableFormat.EXCEL ? 2100 : 0); // zip counts two seconds
        assertThat(bytes(format, HostileTable.of(), PLAIN)).isEqualTo(first);
    }

    @Test
    void a_text_past_what_a_cell_holds_is_an_error() {
        PaperTable table = new PaperTable(
                "", List.of(PaperTable.Column.left("x".repeat(40_000))), List.of(), List.of(), List.of());
        assertThatThrownBy(() -> bytes(TableFormat.EXCEL, table, PLAIN))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("write .csv");
    }

    @Test
    void infinite_numbers_are_words_in_a_workbook() throws IOException {
        PaperTable table = new PaperTable(
                "",
                List.of(PaperTable.Column.left(""), PaperTable.Column.right("x"), PaperTable.Column.right("y")),
                List.of(),
                List.of(PaperTable.Row.data(
                        PaperCell.text("r"),
                        PaperCell.of(new CellValue.Decimal(Double.NEGATIVE_INFINITY, 1)),
                        PaperCell.of(new CellValue.Decimal(Double.POSITIVE_INFINITY, 1)))),
                List.of());
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(bytes(TableFormat.EXCEL, table, PLAIN)))) {
            assertThat(workbook.getSheet("Table").getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("-Inf");
            assertThat(workbook.getSheet("Numbers").getRow(2).getCell(4).getStringCellValue())
                    .isEqualTo("Inf");
        }
    }
}
