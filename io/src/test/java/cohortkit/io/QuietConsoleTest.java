package cohortkit.io;

import static cohortkit.io.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that uses the library alone, without a logging system, sees nothing of its libraries' loggers. */
class QuietConsoleTest {

    @TempDir
    Path folder;

    /** What that program does. */
    static final class Program {
        public static void main(String[] files) {
            for (String file : files) {
                if (Workbook.open(Path.of(file)).cohort().size() != 2) {
                    throw new AssertionError(file);
                }
            }
        }
    }

    @Test
    void an_import_prints_nothing() throws IOException, InterruptedException {
        Sheets sheets = Sheets.of("Data", row("a", "b"), row(1, "x"), row(2, "y"));
        Path xlsx = Files.write(folder.resolve("a.xlsx"), sheets.xlsx());
        Path xls = Files.write(folder.resolve("a.xls"), sheets.xls());
        Path csv = Files.write(folder.resolve("a.csv"), sheets.csv(","));
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(jar -> !jar.matches(".*(slf4j-(nop|simple)|log4j-(core|to-slf4j)|logback).*"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr",
                        "-cp",
                        classPath,
                        Program.class.getName(),
                        xlsx.toString(),
                        xls.toString(),
                        csv.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(List.of(printed, process.waitFor())).isEqualTo(List.of("", 0));
    }
}
