package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Ledger;
import cohortkit.core.Missing;
import cohortkit.core.MissingReasons;
import cohortkit.core.Provenance;
import cohortkit.core.Variable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

class CohortRoundTripTest {

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** A workbook takes as long as fifty CSV files. */
    static LongStream fewerSeeds() {
        return LongStream.range(300, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_cohort_that_was_written_reads_as_itself(long seed) {
        Cohort cohort = cohort(new SplittableRandom(seed));
        Path csv = folder.resolve("c.csv");
        CohortCsv.write(cohort, csv);
        assertSame(CohortCsv.read(csv), cohort);
    }

    @ParameterizedTest
    @MethodSource("fewerSeeds")
    void a_workbook_that_was_written_reads_as_itself(long seed) {
        Cohort cohort = cohort(new SplittableRandom(seed));
        Path xlsx = folder.resolve("c.xlsx");
        CohortWorkbook.write(cohort, xlsx);
        assertSame(Workbook.open(xlsx).cohort(), cohort);
    }

    static void assertSame(Cohort found, Cohort expected) {
        assertThat(Nasty.variables(found.codebook())).isEqualTo(Nasty.variables(expected.codebook()));
        assertThat(found.size()).isEqualTo(expected.size());
        for (Variable variable : expected.codebook()) {
            String name = variable.name();
            for (int row = 0; row < expected.size(); row++) {
                assertThat(found.missing(row, name))
                        .as("%s, row %s", variable, row)
                        .isEqualTo(expected.missing(row, name));
                if (expected.missing(row, name).isEmpty()) {
                    assertThat(value(found, variable, row))
                            .as("%s, row %s", variable, row)
                            .isEqualTo(value(expected, variable, row));
                }
            }
        }
    }

    private static Object value(Cohort cohort, Variable variable, int row) {
        return switch (variable.type()) {
            case NUMBER -> Double.doubleToRawLongBits(cohort.row(row).number(variable.name()));
            case DATE -> cohort.row(row).date(variable.name());
            case TIME -> cohort.row(row).time(variable.name());
            case DATETIME -> cohort.row(row).dateTime(variable.name());
            case CATEGORY -> cohort.row(row).level(variable.name());
            case TEXT, IDENTIFIER -> cohort.row(row).text(variable.name());
        };
    }

    private static Cohort cohort(SplittableRandom random) {
        Nasty nasty = new Nasty(random);
        Codebook codebook = nasty.codebookOfTable();
        int rows = random.nextInt(5) == 0 ? 0 : random.nextInt(1, 40);
        int share = random.nextInt(1, 6);
        List<Column<?>> columns = new ArrayList<>();
        Map<String, MissingReasons> reasons = new HashMap<>();
        boolean[] empty = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            empty[row] = random.nextInt(8) == 0;
        }
        for (Variable variable : codebook) {
            Missing[] missing = new Missing[rows];
            for (int row = 0; row < rows; row++) {
                missing[row] = empty[row] || random.nextInt(share) == 0 ? missing(random, nasty, variable) : null;
            }
            columns.add(column(random, nasty, variable, missing));
            reasons.put(variable.name(), MissingReasons.of(missing));
        }
        return Cohort.of(Table.create("t", columns), codebook, reasons, Provenance.none(), Ledger.empty());
    }

    private static Missing missing(SplittableRandom random, Nasty nasty, Variable variable) {
        List<Missing> declared = List.copyOf(variable.missingCodes().values());
        return switch (random.nextInt(6)) {
            case 0 -> Missing.BLANK;
            case 1 -> Missing.INVALID;
            case 2 -> Missing.UNDERIVED;
            case 3 -> Missing.NOT_ASKED;
            case 4 -> new Missing(nasty.filled());
            default -> declared.isEmpty() ? Missing.BLANK : declared.get(random.nextInt(declared.size()));
        };
    }

    private static Column<?> column(SplittableRandom random, Nasty nasty, Variable variable, Missing[] missing) {
        String name = variable.name();
        DoubleColumn numbers = DoubleColumn.create(name);
        DateColumn dates = DateColumn.create(name);
        TimeColumn times = TimeColumn.create(name);
        DateTimeColumn dateTimes = DateTimeColumn.create(name);
        StringColumn texts = StringColumn.create(name);
        List<String> codes = List.copyOf(variable.missingCodes().keySet());
        for (Missing reason : missing) {
            boolean code = !codes.isEmpty() && random.nextInt(4) == 0;
            String text = code ? codes.get(random.nextInt(codes.size())) : nasty.text();
            double number = random.nextInt(50) == 0
                    ? Double.NEGATIVE_INFINITY
                    : Numbers.parse(text).orElse(nasty.number());
            String level = variable.levels().isEmpty()
                    ? text
                    : variable.levels()
                            .get(random.nextInt(variable.levels().size()))
                            .code();
            numbers.append(reason == null ? number : Double.NaN);
            LocalDate day = LocalDate.ofEpochDay(nasty.day());
            LocalTime time = LocalTime.ofNanoOfDay(nasty.milli() * 1_000_000);
            dates.append(reason == null ? day : null);
            times.append(reason == null ? time : null);
            dateTimes.append(reason == null ? day.atTime(time) : null);
            texts.append(reason == null ? level : "");
        }
        return switch (variable.type()) {
            case NUMBER -> numbers;
            case DATE -> dates;
            case TIME -> times;
            case DATETIME -> dateTimes;
            case CATEGORY, TEXT, IDENTIFIER -> texts;
        };
    }
}
