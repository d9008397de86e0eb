package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that people copy are run as people run them. */
class SamplesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SCRIPT = ROOT.resolve("samples/analysis.jsh");

    @TempDir
    private Path folder;

    @Test
    void a_source_file_runs_with_java_alone_and_says_what_the_script_of_the_shell_says() throws Exception {
        List<String> java = java(ROOT.resolve("samples/Analysis.java").toString(), workbook());
        CommandRun shell = CommandRun.of("shell", script().toString());

        assertThat(shell.exit()).as(shell.err()).isZero();
        assertThat(shell.out().lines().toList()).isEqualTo(java);
        assertThat(java).hasSizeGreaterThan(5);
        assertThat(java.get(0)).startsWith("333 rows, ");
    }

    @Test
    void the_header_for_jbang_asks_for_the_version_of_this_build() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        String version = pom.substring(pom.indexOf("<version>") + "<version>".length(), pom.indexOf("</version>"));

        assertThat(Files.readString(ROOT.resolve("samples/Analysis.java")))
                .startsWith("///usr/bin/env jbang \"$0\" \"$@\" ; exit $?\n")
                .contains("//DEPS cohortkit:cohortkit-cli:" + version + "\n");
    }

    private static String workbook() throws IOException {
        String line = Files.readAllLines(SCRIPT).stream()
                .filter(text -> text.startsWith("var file"))
                .findFirst()
                .orElseThrow();
        return ROOT.resolve(line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))
                .toString();
    }

    /** The script with the workbook's whole path, for tests do not run in the root folder. */
    private Path script() throws IOException {
        String text =
                Files.readString(SCRIPT).replace("examples/src", ROOT.toString().replace("\\", "/") + "/examples/src");
        return Files.writeString(folder.resolve("analysis.jsh"), text);
    }

    private List<String> java(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("java.txt");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        int exit = process.waitFor();
        List<String> lines =
                Files.readString(out, StandardCharsets.UTF_8).lines().toList();
        assertThat(exit).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
