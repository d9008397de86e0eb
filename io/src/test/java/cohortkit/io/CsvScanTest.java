package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scan of bytes beside FastCSV: the same cells of every text that it takes. */
class CsvScanTest {

    private static final SheetTraits TRAITS =
            new SheetTraits(false, true, DateSystem.FROM_1900, Integer.MAX_VALUE - 1, XlsxFormat.MOST_COLUMNS);
    private static final CsvDialect COMMAS = new CsvDialect(',', 3);

    private static final String[] PIECES = {
        ",", ",", ",", ",", "\n", "\n", "\r\n", "\"", "\"a, b\"", "\"say \"\"no\"\"\"", "\"two\nlines\"", "\"r\r\nn\"",
        "0", "-0", "12", "-7.50", "1.0", "007", "3.963846501539763", "99999999999999999999", "0.00001", "1e5", "-",
                ".5",
        "5.", "x", " ", "\t", "'=1+1", "'quoted", "=1+1", "Zo\u00eb", "\u201cbetter\u201d", "\ud83e\ude7a", "\u00a0",
                "\r"
    };

    private static String random(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(40);
        for (int i = 0; i < pieces; i++) {
            // The odd ones, of quotes and returns alone, are few.
            String piece = PIECES[random.nextInt(PIECES.length)];
            boolean odd = piece.equals("\"") || piece.equals("\r");
            text.append(odd && random.nextInt(10) > 0 ? "," : piece);
        }
        return text.toString();
    }

    /** All that the sheet knows; the line of each ragged record too. */
    private static List<Object> told(RawSheet sheet, int rows) {
        List<Object> told = new ArrayList<>();
        for (int position = 0; position < sheet.rows(); position++) {
            told.addAll(sheet.row(position));
        }
        for (int row = 1; row <= rows; row++) {
            told.add(
                    sheet.notes().isRagged(row)
                            ? row + ": " + sheet.notes().fieldsOf(row) + " in line "
                                    + sheet.notes().lineOf(row)
                            : "");
        }
        return told;
    }

    private static List<Object> byFastCsv(String text, int rows) throws IOException {
        return told(new CsvRecords("d.csv", TRAITS, COMMAS).read(new StringReader(text)), rows);
    }

    /** A scan of a text, and what it made. */
    private static final class Scanned {
        private final CsvPart part;
        private final CsvScan scan;
        private final byte[] bytes;

        Scanned(byte[] bytes, Charset charset) {
            this.part = new CsvPart(charset, 1, bytes.length);
            this.scan = new CsvScan(part, COMMAS);
            this.bytes = bytes;
        }

        static Scanned of(String text, Charset charset) {
            return new Scanned(text.getBytes(charset), charset);
        }

        boolean read() throws CharacterCodingException {
            byte[] text = Arrays.copyOf(bytes, bytes.length + Words.SLACK);
            text[bytes.length] = '\n';
            return scan.read(text, 0, bytes.length);
        }

        RawSheet sheet() throws IOException {
            return new RawSheet("d.csv", TRAITS, new CsvColumns(List.of(part), List.of(0)), part.notes());
        }
    }

    @Test
    void a_scan_makes_the_cells_that_fastcsv_makes() throws IOException {
        int taken = 0;
        for (int seed = 0; seed < 8_000; seed++) {
            String text = random(new SplittableRandom(seed));
            Scanned scanned = Scanned.of(text, StandardCharsets.UTF_8);
            if (scanned.read()) {
                taken++;
                int rows = scanned.scan.rows() + 1;
                assertThat(told(scanned.sheet(), rows)).as("%d: %s", seed, text).isEqualTo(byFastCsv(text, rows));
            }
        }
        assertThat(taken).isGreaterThan(1_500);
    }

    @Test
    void parts_of_any_size_make_the_cells_that_fastcsv_makes() throws IOException {
        int inParts = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = random(random) + "\n" + random(random) + "\n" + random(random);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int size = 20 + random.nextInt(150);
            Optional<RawSheet> parts = new CsvRecords("d.csv", TRAITS, COMMAS, size)
                    .readInParts(
                            new ByteArrayInputStream(bytes),
                            bytes.length,
                            StandardCharsets.UTF_8,
                            ImportProgress.none());
            if (parts.isPresent()) {
                inParts += bytes.length > size ? 1 : 0;
                int rows = bytes.length + 1;
                assertThat(told(parts.get(), rows)).as("%d: %s", seed, text).isEqualTo(byFastCsv(text, rows));
            }
        }
        assertThat(inParts).isGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\rc,d\r", "a\"b,c\n", "\"a\" ,b\n", "\"open,b\n", "\"a\"b\n", "\"a\rb\"\n", "a\r"})
    void what_is_unusual_is_left_to_fastcsv(String text) throws IOException {
        assertThat(Scanned.of(text, StandardCharsets.UTF_8).read()).isFalse();
    }

    @Test
    void every_encoding_that_keeps_ascii_is_read() throws IOException {
        Scanned scanned = Scanned.of("Zo\u00eb,1,\u201cno\u201d\n", Charset.forName("windows-1252"));
        assertThat(scanned.read()).isTrue();
        assertThat(scanned.sheet().row(0))
                .extracting(RawCell::shown)
                .containsExactly("Zo\u00eb", "1", "\u201cno\u201d");
    }

    @Test
    void bytes_of_another_encoding_are_no_cells() {
        byte[] bytes = "Zo\u00eb,1\n".getBytes(StandardCharsets.ISO_8859_1);
        Scanned scanned = new Scanned(bytes, StandardCharsets.UTF_8);
        assertThatThrownBy(scanned::read).isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void it_does_not_fit_where_bytes_are_no_characters() {
        assertThat(CsvScan.fits(StandardCharsets.UTF_16LE, COMMAS)).isFalse();
        assertThat(CsvScan.fits(StandardCharsets.UTF_8, new CsvDialect('\u00a7', 2)))
                .isFalse();
        assertThat(CsvScan.fits(StandardCharsets.UTF_8, COMMAS)).isTrue();
    }

    @Test
    void a_long_text_in_parts_is_the_text_as_one() throws IOException {
        StringBuilder text = new StringBuilder("\ufeffid,note,x\n");
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; text.length() < 9 << 20; i++) {
            text.append("P")
                    .append(i)
                    .append(",\"free, text ")
                    .append(random.nextInt(50))
                    .append("\",");
            text.append(random.nextInt(10) == 0 ? "" : random.nextInt(1000) / 10.0);
            text.append(random.nextInt(1000) == 0 ? ",more\n" : "\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        RawSheet parts = new CsvRecords("d.csv", TRAITS, COMMAS)
                .readInParts(
                        new ByteArrayInputStream(bytes), bytes.length, StandardCharsets.UTF_8, ImportProgress.none())
                .orElseThrow();
        int rows = parts.rows();
        assertThat(told(parts, rows).equals(byFastCsv(text.substring(1), rows))).isTrue();
    }
}
