package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import cohortkit.io.Workbook;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.regression.PartsFit;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model is fitted to a file that is larger than the heap of the process that fits it. */
class LargerThanMemoryTest {

    private static final int HEAP = 36;

    @TempDir
    private Path folder;

    /** What the other process does. */
    public static void main(String... args) {
        Codebook codebook = Codebook.of(List.of(
                Variable.number("y", "outcome"),
                Variable.number("age", "age"),
                Variable.category("g", "group", Level.of("a"), Level.of("b"), Level.of("c")),
                Variable.text("remark", "words that no model reads")));
        PartsFit fit = Logistic.fit("y ~ age + g", Workbook.parts(Path.of(args[0]), codebook));
        fit.tidy().forEach(row -> System.out.println(row.estimate() + " " + row.stdError()));
        System.out.println(fit.glance().nobs());
    }

    private Path write() throws IOException {
        Path file = folder.resolve("long.csv");
        SplittableRandom random = new SplittableRandom(8);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("y,age,g,remark\n");
            for (long bytes = 0; bytes < (HEAP + 2L) << 20; ) {
                int age = 20 + random.nextInt(60);
                int g = random.nextInt(3);
                int y = random.nextDouble() < 1 / (1 + Math.exp(2 - age / 50.0 - g / 2.0)) ? 1 : 0;
                String line =
                        y + "," + age + "," + "abc".charAt(g) + "," + "x".repeat(600 + random.nextInt(100)) + "\n";
                writer.write(line);
                bytes += line.length();
            }
        }
        return file;
    }

    @Test
    void memory_need_not_hold_the_file() throws Exception {
        Path file = write();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargerThanMemoryTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        String[] lines = output.lines().toArray(String[]::new);
        assertThat(lines).as(output).hasSize(5);
        assertThat(Files.size(file)).isGreaterThan((long) HEAP << 20);
        try (var all = Files.lines(file)) {
            assertThat(Long.parseLong(lines[4])).isEqualTo(all.count() - 1);
        }
        double[] truth = {-2, 0.02, 0.5, 1};
        for (int j = 0; j < 4; j++) {
            String[] row = lines[j].split(" ", -1);
            double error = Double.parseDouble(row[1]);
            assertThat(error).isBetween(1e-5, 0.05);
            assertThat(Math.abs(Double.parseDouble(row[0]) - truth[j])).isLessThan(4 * error);
        }
    }
}
