package cohortkit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes files named {@code mixed-ROWS.xlsx} and {@code mixed-ROWS.csv}, where they are not there. */
final class Generate {

    private static final Pattern NAME = Pattern.compile("mixed-([0-9]+)[.](xlsx|csv)");

    private Generate() {}

    public static void main(String... args) throws IOException {
        for (String name : args) {
            Path file = Path.of(name).toAbsolutePath();
            Matcher parts = NAME.matcher(String.valueOf(file.getFileName()));
            if (!parts.matches()) {
                throw new IllegalArgumentException("a file is named mixed-ROWS.xlsx or mixed-ROWS.csv; it was " + name);
            }
            if (!Files.exists(file)) {
                make(file, Integer.parseInt(parts.group(1)), parts.group(2).equals("csv"));
            }
        }
    }

    /** Under another name first, so that no half of a file stays. */
    private static void make(Path file, int rows, boolean csv) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.createDirectories(file.getParent());
        if (csv) {
            MixedFiles.csv(half, rows);
        } else {
            MixedFiles.xlsx(half, rows);
        }
        Files.move(half, file);
    }
}
