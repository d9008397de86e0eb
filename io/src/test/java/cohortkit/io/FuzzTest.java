package cohortkit.io;

import static cohortkit.io.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutated files give a cohort or an InputException, and nothing else. */
class FuzzTest {

    private static final int MUTATIONS = 250;

    private static final Sheets SHEETS = Sheets.of(
                    "Data",
                    row("A title"),
                    row("id", "age", "visit", "sex"),
                    row("P1", 31, LocalDate.of(2004, 3, 17), "f"),
                    row("P2", "32", "2004-03-18", "m"),
                    row("P3", 9, "17.03.2004", true),
                    row("P4", new Sheets.Formula("B3+1", true), new Sheets.Formula("1/0", true), "f"))
            .merging("A1:D1")
            .and(
                    "Codebook",
                    row("name", "type", "levels", "missing"),
                    row("id", "id"),
                    row("age", "number", null, "9=refused"),
                    row("visit", "date"),
                    row("sex", "category", "f=female; m=male"));

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls", "csv"})
    void bytes(String format) {
        byte[] original = switch (format) {
            case "xlsx" -> SHEETS.xlsx();
            case "xls" -> SHEETS.xls();
            default -> SHEETS.csv(";");
        };
        SplittableRandom random = new SplittableRandom(20040317);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            read += survives("m." + format, mutated(original, random)) ? 1 : 0;
        }
        assertThat(read).isLessThan(MUTATIONS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/worksheets/sheet1.xml",
                "xl/worksheets/sheet2.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "_rels/.rels",
                "[Content_Types].xml"
            })
    void parts_of_xlsx(String part) throws IOException {
        byte[] original = SHEETS.xlsx();
        SplittableRandom random = new SplittableRandom(part.hashCode());
        int read = 0;
        for (int i = 0; i < MUTATIONS / 2; i++) {
            read += survives("m.xlsx", withMutatedPart(original, part, random)) ? 1 : 0;
        }
        assertThat(read).as("some mutations hurt, some do not").isBetween(1, MUTATIONS / 2 - 1);
    }

    private static boolean survives(String name, byte[] content) {
        try {
            Workbook workbook = Workbook.read(name, content);
            assertThat(workbook.toString()).isNotEmpty();
            assertThat(workbook.cohort().toString()).isNotEmpty();
            return true;
        } catch (InputException e) {
            assertThat(e.getMessage()).contains(name);
            return false;
        }
    }

    private static byte[] withMutatedPart(byte[] workbook, String part, SplittableRandom random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(entry.getName().equals(part) ? mutated(bytes, random) : bytes);
            }
        }
        return out.toByteArray();
    }

    private static byte[] mutated(byte[] original, SplittableRandom random) {
        byte[] bytes = original.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) ('0' + random.nextInt(10));
                case 3 -> {
                    int length = Math.min(random.nextInt(40), bytes.length - at);
                    System.arraycopy(original, random.nextInt(original.length - length + 1), bytes, at, length);
                }
                default -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, Math.max(1, at)) : bytes;
            }
        }
        return bytes;
    }
}
