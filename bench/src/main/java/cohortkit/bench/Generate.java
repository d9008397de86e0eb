package cohortkit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes {@code FOLDER/mixed-ROWS.xlsx} and {@code .csv} for each number of rows, where they are not there. */
final class Generate {

    private Generate() {}

    public static void main(String... args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (int i = 1; i < args.length; i++) {
            int rows = Integer.parseInt(args[i]);
            Path xlsx = folder.resolve("mixed-" + rows + ".xlsx");
            Path csv = folder.resolve("mixed-" + rows + ".csv");
            if (!Files.exists(xlsx)) {
                MixedFiles.xlsx(xlsx, rows);
            }
            if (!Files.exists(csv)) {
                MixedFiles.csv(csv, rows);
            }
        }
    }
}
