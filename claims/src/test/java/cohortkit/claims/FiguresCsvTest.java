package cohortkit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresCsvTest {

    private static final String HEADER = "id,where,quote,compute,printed,lower,upper,expected,note";

    private static List<Figure> read(String... lines) throws IOException {
        return FiguresCsv.read(
                new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)), "figures.csv");
    }

    @Test
    void a_row_is_a_figure() throws IOException {
        assertThat(read(
                        HEADER,
                        "rr,\"abstract, results\",35% vs 16%,riskRatio,2.2,,,CONSISTENT,ratio",
                        "",
                        "none,abstract,no association,nothing,,,,NOT_CHECKABLE,",
                        "or,Table 2,2.2 (1.7-2.9),oddsRatio,2.2,1.7,2.9,REPRODUCED,"))
                .containsExactly(
                        new Figure(
                                "rr",
                                "abstract, results",
                                "35% vs 16%",
                                "riskRatio",
                                Optional.of(Printed.parse("2.2")),
                                Optional.empty(),
                                Optional.empty(),
                                Verdict.Kind.CONSISTENT,
                                "ratio"),
                        new Figure(
                                "none",
                                "abstract",
                                "no association",
                                "nothing",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Verdict.Kind.NOT_CHECKABLE,
                                ""),
                        new Figure(
                                "or",
                                "Table 2",
                                "2.2 (1.7-2.9)",
                                "oddsRatio",
                                Optional.of(Printed.parse("2.2")),
                                Optional.of(Printed.parse("1.7")),
                                Optional.of(Printed.parse("2.9")),
                                Verdict.Kind.REPRODUCED,
                                ""));
    }

    @Test
    void columns_are_matched_by_name() throws IOException {
        assertThat(read("note,expected,upper,lower,printed,compute,quote,where,id", "n,POSSIBLE,,,14%,c,q,w,i"))
                .containsExactly(new Figure(
                        "i",
                        "w",
                        "q",
                        "c",
                        Optional.of(Printed.parse("14%")),
                        Optional.empty(),
                        Optional.empty(),
                        Verdict.Kind.POSSIBLE,
                        "n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,where,quote,compute,value,lower,upper,expected,note | a,b,c,d,2.2,,,POSSIBLE, | figures.csv, line 2: unknown column 'value'; the header must be id,where,quote,compute,printed,lower,upper,expected,note",
                "id,where,quote,compute,printed,lower,upper,expected | a,b,c,d,2.2,,,POSSIBLE | figures.csv, line 2: no column 'note'; the header must be id,where,quote,compute,printed,lower,upper,expected,note",
                "id,where,quote,compute,printed,lower,upper,expected,note | a,b,c,d,about 2,,,POSSIBLE, | figures.csv, line 2: 'about 2' cannot be read as a printed number; there are 14%, 67.4 %, 2.2, .05, 1,962, 1 962, 3·5, 3,5, −0.3, <0.05, ≥2, p<0.05, p = .000 and 1 in 4; limits stand apart, in lower and upper",
                "id,where,quote,compute,printed,lower,upper,expected,note | a,b,c,d,2.2,,,possible, | figures.csv, line 2: 'possible' is not a verdict; there are REPRODUCED, CONSISTENT, POSSIBLE, CONTRADICTED, NOT_CHECKABLE",
                "id,where,quote,compute,printed,lower,upper,expected,note | a,b,,d,2.2,,,POSSIBLE, | figures.csv, line 2: figure 'a' has no quote; fill it in",
                "id,where,quote,compute,printed,lower,upper,expected,note | a,b,c,,2.2,,,POSSIBLE, | figures.csv, line 2: figure 'a' has no compute; fill it in",
                "id,where,quote,compute,printed,lower,upper,expected,note | ,b,c,d,2.2,,,POSSIBLE, | figures.csv, line 2: figure '' has no id; fill it in",
                "id,where,quote,compute,printed,lower,upper,expected,note | a,b,c,d,,1,2,POSSIBLE, | figures.csv, line 2: figure 'a' prints limits without a number; fill in printed"
            })
    void what_cannot_be_read_is_named_with_file_and_line(String header, String row, String message) {
        assertThatThrownBy(() -> read(header, row))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void an_id_names_one_figure() {
        String row = "rr,w,q,c,2.2,,,POSSIBLE,";
        assertThatThrownBy(() -> read(HEADER, row, "\"a\",\"two\nlines\",q,c,,,,POSSIBLE,", row))
                .isInstanceOf(InputException.class)
                .hasMessage("figures.csv, line 5: figure 'rr' stands in line 2 already; an id names one figure");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"rr,w,q | 3", "rr,35,5%,q,c,2.2,,,POSSIBLE, | 10"})
    void a_row_of_the_wrong_length_is_refused(String row, int fields) {
        assertThatThrownBy(() -> read(HEADER, row))
                .isInstanceOf(InputException.class)
                .hasMessage("figures.csv, line 2: " + fields
                        + " fields under a header of 9; put a text that holds a comma in double quotes");
    }

    @Test
    void a_column_that_stands_twice_is_refused() {
        assertThatThrownBy(() -> read("id,id", "a,b"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "figures.csv is not a table of comma-separated values: Header contains duplicate fields: [id]");
    }

    @Test
    void a_quote_that_never_ends_is_refused() {
        assertThatThrownBy(() -> read(HEADER, "rr,\"w,q,c,2.2,,,POSSIBLE,"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "figures.csv is not a table of comma-separated values: Unclosed quoted field at end of input "
                                + "(record starting at line 2)");
    }

    @Test
    void a_table_without_figures_is_refused() {
        for (String text : List.of("", HEADER)) {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOf(InputException.class)
                    .hasMessage("figures.csv has no figures; it needs the header " + HEADER + " and a row a figure");
        }
    }

    @Test
    void a_file_and_a_resource_are_read_alike(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("figures.csv");
        Files.writeString(file, "\ufeff" + HEADER + "\nprevalence,abstract,14% had it,prevalence,14%,,,CONSISTENT,\n");
        List<Figure> figures = FiguresCsv.read(file);
        assertThat(figures).hasSize(1);
        assertThat(figures.get(0).asPrinted()).isEqualTo("14%");
        assertThat(FiguresCsv.read(FiguresCsvTest.class, "figures.csv")).hasSize(5);
        assertThatThrownBy(() -> FiguresCsv.read(folder.resolve("none.csv")))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no file " + folder.resolve("none.csv"));
        assertThatThrownBy(() -> FiguresCsv.read(FiguresCsvTest.class, "none.csv"))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no resource 'none.csv' beside cohortkit.claims.FiguresCsvTest");
    }

    @Test
    void a_broken_stream_is_reported() {
        InputStream broken = new SequenceInputStream(InputStream.nullInputStream(), InputStream.nullInputStream()) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("disk gone");
            }
        };
        assertThatThrownBy(() -> FiguresCsv.read(broken, "figures.csv"))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read figures.csv: disk gone");
    }

    @Test
    void limits_are_shown_in_brackets() {
        assertThat(Figures.printed("2.2", "1.7", "2.9").asPrinted()).isEqualTo("2.2 (1.7 to 2.9)");
        assertThat(Figures.words().asPrinted()).isEqualTo("twice as likely");
    }
}
