package cohortkit.io;

import static cohortkit.io.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutated files give a cohort or an InputException, and nothing else. */
class FuzzTest {

    /** 3 kinds of files x 1,800, 8 parts x 450, 1,000 zips: ten thousand. */
    private static final int OF_BYTES = 1_800;

    private static final int OF_A_PART = 450;
    private static final int OF_A_ZIP = 1_000;
    private static final String[] VALUES = {
        "",
        "-1",
        "0",
        "1e308",
        "NaN",
        "99999999999999999999",
        "2147483648",
        "XFD1048577",
        "A0",
        "A1:",
        "s",
        "inlineStr",
        "&amp;",
        "&#0;",
        "<![CDATA[<]]>",
        "<!-- -->",
        "true",
        "../..",
        "\ud83d\ude00",
        "dd/mm/yyyy",
        "rId1",
        "x".repeat(5_000)
    };

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
        assertThat(read(OF_BYTES, random -> survives("m." + format, mutated(original, random))))
                .as("some mutations hurt")
                .isLessThan(OF_BYTES);
    }

    /** How many of so many mutations, each by its own seed, are read. */
    private static long read(int mutations, Predicate<SplittableRandom> read) {
        return IntStream.range(0, mutations)
                .parallel()
                .filter(i -> read.test(new SplittableRandom(20040317 + i)))
                .count();
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
    void parts_of_xlsx(String part) {
        Map<String, byte[]> parts = parts();
        assertThat(read(OF_A_PART, random -> {
                    Map<String, byte[]> some = new LinkedHashMap<>(parts);
                    some.put(
                            part,
                            random.nextBoolean() ? mutated(parts.get(part), random) : edited(parts.get(part), random));
                    return survives("m.xlsx", zip(some, random.split()));
                }))
                .as("some mutations hurt, some do not")
                .isBetween(1L, OF_A_PART - 1L);
    }

    @Test
    void entries_of_the_zip() {
        Map<String, byte[]> parts = parts();
        List<String> names = List.copyOf(parts.keySet());
        assertThat(read(OF_A_ZIP, random -> {
                    Map<String, byte[]> some = new LinkedHashMap<>(parts);
                    String one = names.get(random.nextInt(names.size()));
                    String other = names.get(random.nextInt(names.size()));
                    switch (random.nextInt(5)) {
                        case 0 -> some.remove(one);
                        case 1 -> some.put(one, parts.get(other));
                        case 2 -> some.put(one.toUpperCase(Locale.ROOT), some.remove(one));
                        case 3 -> some.put("../" + other, parts.get(one));
                        default -> some.put(one, new byte[random.nextInt(3)]);
                    }
                    return survives("m.xlsx", zip(some, random));
                }))
                .as("some mutations hurt, some do not")
                .isBetween(1L, OF_A_ZIP - 1L);
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

    private static Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(SHEETS.xlsx()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts, SplittableRandom random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(random.nextInt(2));
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With an element doubled or taken out, or with another value in an attribute or a text. */
    private static byte[] edited(byte[] original, SplittableRandom random) {
        String xml = new String(original, StandardCharsets.UTF_8);
        int from = xml.indexOf('<', random.nextInt(xml.length()));
        int end = from < 0 ? -1 : xml.indexOf('>', from);
        if (end < 0) {
            return mutated(original, random);
        }
        String tag = xml.substring(from, end + 1);
        String value = VALUES[random.nextInt(VALUES.length)];
        String edit = switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> tag + tag;
            case 2 -> tag.replaceFirst("\"[^\"]*\"", Matcher.quoteReplacement('"' + value + '"'));
            default -> tag + value;
        };
        return (xml.substring(0, from) + edit + xml.substring(end + 1)).getBytes(StandardCharsets.UTF_8);
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
