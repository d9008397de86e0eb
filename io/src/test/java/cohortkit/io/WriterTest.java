package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WriterTest {

    private static final Codebook CODEBOOK = Codebook.of(
            Variable.identifier("id", ""),
            Variable.number("x", "").withMissing("99", "not done").withMissing("-1", "refused"),
            Variable.category("g", "", new Level("0", "no"), new Level("1", "yes"))
                    .withMissing("9", "refused"),
            Variable.date("d", ""),
            Variable.text("note", ""));

    private static final String HEADER = "id,x,g,d,note\n";

    @TempDir
    Path folder;

    private static Cohort cohort(String csv) {
        return Workbook.read("in.csv", (HEADER + csv).getBytes(StandardCharsets.UTF_8))
                .cohort(ImportOptions.defaults().withCodebook(CODEBOOK));
    }

    @Test
    void a_cohort_is_written_as_plain_csv() throws IOException {
        Path file = folder.resolve("out.csv");
        CohortCsv.write(
                cohort("P1,1.50,yes,17.03.2004,\"a, b\"\n=P2,99,9,,'=1+1\nP3,-1,7,,@you\nP4,-5,,,\"two\nlines\"\n"),
                file);
        assertThat(file).hasContent("""
                id,x,g,d,note,missing_reasons
                P1,1.5,1,2004-03-17,"a, b",
                '=P2,,,,'=1+1,"x=not done; g=refused"
                P3,,,,'@you,"x=refused; g=invalid"
                P4,-5,,,"two
                lines",
                """);
        assertThat(CodebookFile.read(folder.resolve("out.codebook.csv"))).isEqualTo(CODEBOOK);
    }

    @Test
    void a_row_without_values_is_a_row_and_what_a_user_changed_is_told() throws IOException {
        Path file = folder.resolve("out.csv");
        CohortCsv.write(cohort("P1,1,,,\n,,,,\nP3,,9,,Total\n"), file);
        assertThat(CohortCsv.read(file).size()).isEqualTo(2); // a row without a cell is no row of the first file
        Files.writeString(file, """
                x,id,g,d,note,missing_reasons,,mine
                1,P1,,,,"g=""refused""; y=lost; x",,
                5,P2,,,99,x=refused; d=asked twice,7,ok
                ,,,,,,8,
                """);
        Cohort cohort = CohortCsv.read(file);
        assertThat(cohort.missing(1, "d")).contains(new Missing("asked twice"));
        assertThat(cohort.ledger().toString()).isEqualTo("""
                import ledger: 6 entries
                  text in UTF-8; fields parted by comma
                  codebook as given
                  written by Cohortkit: header in row 1, reasons of missing values in column missing_reasons
                out.csv!G1 "" dropped: column without a name
                out.csv!H1 "mine" dropped: column is not in the codebook
                out.csv!F2 "g="refused"; y=lost; x" suspicious -> g="refused"; y=lost; x: notes no reason for a variable: y
                out.csv!F2 "g="refused"; y=lost; x" suspicious -> g="refused"; y=lost; x: notes no reason for a variable: x
                out.csv!A3 "5" suspicious -> 5: noted as missing (refused) and not blank
                out.csv!G4 "8" dropped: no variable has a value""");
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_cohort_that_was_written_reads_as_itself(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] notes = {"", "=SUM(A1)", "plain", "' quoted", "'=x", "+1 a", "-", "1,5", "\"q\"", "\u00e4 \u20ac"};
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            String x = random.nextInt(5) == 0
                    ? "99"
                    : String.valueOf(random.nextDouble() * Math.pow(10, random.nextInt(20)));
            csv.append("P")
                    .append(i)
                    .append(',')
                    .append(x)
                    .append(',')
                    .append(random.nextInt(3) == 0 ? "" : random.nextInt(2));
            csv.append(',')
                    .append(random.nextBoolean() ? "20" + (10 + random.nextInt(80)) + "-02-28" : "")
                    .append(',');
            csv.append('"')
                    .append(notes[random.nextInt(notes.length)].replace("\"", "\"\""))
                    .append("\"\n");
        }
        Cohort cohort = cohort(csv.toString());
        Path file = folder.resolve("round.csv");
        CohortCsv.write(cohort, file);
        Cohort back = Workbook.open(file).cohort(ImportOptions.defaults().withCodebook(CODEBOOK));
        AwkwardWorkbookTest.assertSame(back, cohort);
        assertThat(cohort.ledger().count(cohortkit.core.Ledger.Action.REFUSED)).isZero();
    }

    @Test
    void a_ledger_is_written_with_its_columns() throws IOException {
        Path file = folder.resolve("ledger.csv");
        LedgerCsv.write(cohort("P1,=1+1,1,,a\nP1,2,1,,b\n").ledger(), file);
        assertThat(Files.readString(file)).isEqualTo("""
                        file,sheet,cell,raw,action,result,rule,severity
                        in.csv,,B2,'=1+1,refused,,not a number,error
                        in.csv,,A3,P1,broken_rule,P1,identifier stands in row 2 too,error
                        """);
    }
}
