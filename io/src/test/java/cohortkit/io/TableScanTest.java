package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.MissingReasons;
import cohortkit.core.Variable;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns are read alike by any number of threads, and some cells at a time as cell by cell. */
class TableScanTest {

    private static final int COLUMNS = 22;
    /** So many cells that all cores read. */
    private static final int ROWS = 7_000;

    private static final String[][] CELLS = {
        {"1", "0", "1", "9"},
        {"12.5", "7.25", "3", "n/a", "1.234"},
        {"1.50", "12.10", "1234567890123456.5", ""},
        {"2004-03-17", "2004-04-01", "1999-12-31", "17/03/2004"},
        {"yes", "no", "Malm\u00f6", "yes ", "No"},
        {"1,5", "2.250", "3.5", "1.234,5", "7"},
        {"P1", "P2", "\"said \"\"no\"\"\"", "12", "12.50"},
    };

    /** One of few cells, sometimes one of many; in some columns an awkward one now and then. */
    private static String cell(int column, int row, Random random) {
        String[] cells = CELLS[column % CELLS.length];
        int common = column < CELLS.length ? cells.length : 2;
        int draw = random.nextInt(1000);
        if (column == COLUMNS - 1) {
            return "P" + (row == 5_000 && draw < 500 ? 17 : row);
        }
        if (column >= 2 * CELLS.length && draw > 1) {
            return switch (column % 3) {
                case 0 -> String.valueOf(random.nextInt(10_000));
                case 1 -> String.valueOf(random.nextInt(10_000) / 100.0);
                default -> "word " + random.nextInt(3_000);
            };
        }
        return draw < 2 ? cells[cells.length - 1] : cells[random.nextInt(common)];
    }

    private static RawSheet sheet(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                text.append(column == 0 ? "" : ";").append(cell(column, row, random));
            }
            text.append('\n');
        }
        SheetTraits traits = new SheetTraits(false, true, DateSystem.FROM_1900, ROWS, COLUMNS);
        return new CsvRecords("scan.csv", traits, new CsvDialect(';', COLUMNS)).read(new StringReader(text.toString()));
    }

    private static TableArea area(RawSheet sheet) {
        List<TableArea.Column> columns = IntStream.rangeClosed(1, COLUMNS)
                .mapToObj(column -> new TableArea.Column(column, column == COLUMNS ? "id" : "v" + column))
                .toList();
        return new TableArea(1, columns, IntStream.range(0, sheet.rows()).toArray());
    }

    private static List<Variable> variables(TableScan scan, RawSheet sheet) {
        EvidenceReader[] readers = scan.read(EvidenceReader[]::new, column -> reader(sheet, column));
        List<Variable> variables = new ArrayList<>();
        for (int column = 1; column <= COLUMNS; column++) {
            variables.add(readers[column].evidence().draft(ROWS));
        }
        return variables;
    }

    private static EvidenceReader reader(RawSheet sheet, int column) {
        String name = column == COLUMNS ? "id" : "v" + column;
        return new EvidenceReader(new ColumnEvidence(name, sheet, column, DecimalMark.DETECTED), ROWS);
    }

    private static SheetForms forms(RawSheet sheet, TableArea area, List<Variable> variables) {
        return new SheetForms(sheet, area, Codebook.of(variables));
    }

    private static TypedColumn typed(RawSheet sheet, SheetForms forms, List<Variable> variables, int column) {
        ColumnReading reading = new ColumnReading(false, DecimalMark.DETECTED, () -> forms.of(column));
        CellRule rule = CellRule.of(variables.get(column - 1), reading);
        return new TypedColumn(rule, new BitSet(), ROWS, new LedgerLines(sheet));
    }

    private static String shown(TypedColumn column) {
        MissingReasons reasons = column.reasons();
        return column.finished().asList() + "\n" + column.ledger().ledger().entries() + column.isDistinct()
                + IntStream.range(0, ROWS)
                        .mapToObj(
                                row -> reasons.reason(row).map(Object::toString).orElse(""))
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void anyNumberOfThreads(int threads) throws IOException {
        RawSheet sheet = sheet(threads);
        TableArea area = area(sheet);
        List<Variable> variables = variables(new TableScan(sheet, area, 1), sheet);

        SheetForms forms = forms(sheet, area, variables);
        assertThat(variables(new TableScan(sheet, area, threads), sheet)).isEqualTo(variables);
        List<List<String>> read = IntStream.of(1, threads)
                .mapToObj(some -> new TableScan(sheet, area, some)
                        .read(TypedColumn[]::new, column -> typed(sheet, forms, variables, column)))
                .map(columns -> IntStream.rangeClosed(1, COLUMNS)
                        .mapToObj(column -> shown(columns[column]))
                        .toList())
                .toList();
        assertThat(read.get(1)).isEqualTo(read.get(0));
    }

    @Test
    void someCellsAtATimeAsOneByOne() throws IOException {
        RawSheet sheet = sheet(1);
        TableArea area = area(sheet);
        List<Variable> variables = variables(new TableScan(sheet, area), sheet);
        SheetForms forms = forms(sheet, area, variables);
        TypedColumn[] columns =
                new TableScan(sheet, area).read(TypedColumn[]::new, column -> typed(sheet, forms, variables, column));

        for (int column = 1; column <= COLUMNS; column++) {
            EvidenceReader evidence = reader(sheet, column);
            TypedColumn typed = typed(sheet, forms, variables, column);
            for (int row = 0; row < ROWS; row++) {
                int cell = sheet.cells().cellIn(row, column);
                if (cell >= 0) {
                    evidence.read(sheet, row, cell);
                    typed.read(sheet, row, cell);
                }
                typed.endRow(row);
            }
            typed.end();
            assertThat(evidence.evidence().draft(ROWS)).isEqualTo(variables.get(column - 1));
            assertThat(shown(typed)).isEqualTo(shown(columns[column]));
        }
        assertThat(variables.stream().map(Variable::type).distinct().count()).isGreaterThan(3);
    }
}
