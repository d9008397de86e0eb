package cohortkit.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Chromium without a window, if this machine has one.
 *
 * @param program its path
 * @param folder for its profile and what it writes
 */
record Browser(Path program, Path folder) {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /** What a run printed. */
    record Run(String out, String err) {}

    /** The browser; where there is none the test is skipped and says so. */
    static Browser orSkip(Path folder) {
        Optional<Path> found = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(place -> !place.isEmpty())
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "no Chromium on the PATH: no page was rendered");
        return new Browser(found.orElseThrow(), folder);
    }

    /** The document after its scripts have run, and what the browser logged. */
    Run dom(Path page, String... options) throws IOException, InterruptedException {
        return run(
                page,
                Stream.concat(Stream.of("--dump-dom", "--enable-logging=stderr"), Stream.of(options))
                        .toList());
    }

    /** The page on paper. */
    Path pdf(Path page) throws IOException, InterruptedException {
        Path pdf = folder.resolve(page.getFileName() + ".pdf");
        run(page, List.of("--no-pdf-header-footer", "--print-to-pdf=" + pdf));
        return pdf;
    }

    private Run run(Path page, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(options);
        command.add(page.toUri().toString());
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the browser did not end within 120 s: " + read(err));
        }
        return new Run(read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
