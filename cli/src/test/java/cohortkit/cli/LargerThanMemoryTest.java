package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cohort fit} takes a file that is larger than the heap of its process, and gives the digits of the whole. */
class LargerThanMemoryTest {

    private static final int HEAP = 36;

    @TempDir
    private Path folder;

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

    /** The rows that the command prints, by their terms, as numbers. */
    private static Map<String, double[]> rows(String csv) {
        Map<String, double[]> rows = new LinkedHashMap<>();
        csv.lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            rows.put(
                    cells[0],
                    IntStream.range(1, 7)
                            .mapToDouble(i -> Double.parseDouble(cells[i]))
                            .toArray());
        });
        return rows;
    }

    private static String inLittleMemory(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void memory_need_not_hold_the_file() throws Exception {
        String file = write().toString();
        assertThat(Files.size(Path.of(file))).isGreaterThan((long) HEAP << 20);

        Map<String, double[]> parts = rows(inLittleMemory("fit", "y ~ age + g", file, "--in-parts", "--format", "csv"));
        Map<String, double[]> whole = rows(
                CommandRun.of("fit", "y ~ age + g", file, "--format", "csv").out());

        assertThat(parts.keySet()).containsExactly("(Intercept)", "age", "g[b]", "g[c]");
        double[] truth = {-2, 0.02, 0.5, 1};
        int j = 0;
        for (String term : parts.keySet()) {
            double error = parts.get(term)[1];
            assertThat(error).isBetween(1e-5, 0.05);
            assertThat(Math.abs(parts.get(term)[0] - truth[j++])).isLessThan(4 * error);
            for (int i = 0; i < 6; i++) {
                double size = Math.abs(whole.get(term)[i]) + error;
                assertThat(parts.get(term)[i]).isCloseTo(whole.get(term)[i], within(1e-9 * size));
            }
        }
    }
}
