package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a file is read can be said at the command line, and the command says how it was read. */
class ImportOptionsTest {

    @TempDir
    Path folder;

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("d.csv"), text.getBytes(charset));
    }

    private String read(Path file, String... options) throws IOException {
        Path out = folder.resolve("clean.csv");
        String[] arguments = new String[options.length + 4];
        arguments[0] = "import";
        arguments[1] = file.toString();
        arguments[2] = "--out";
        arguments[3] = out.toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return Files.readString(out);
    }

    @Test
    void the_cells_of_a_table() throws IOException {
        Path file = file("title,x,y\n1,a,b\n2,5,6\n3,7,8\n", StandardCharsets.UTF_8);
        assertThat(read(file, "--range", "B2:C3")).isEqualTo("a,b,missing_reasons\n5,6,\n");
        CommandRun wrong = CommandRun.of("import", file.toString(), "--range", "all");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("'all' is not a range of cells; write it as B4:N336, or Data!B4:N336 with its sheet");
    }

    @Test
    void the_encoding_and_the_marks_of_a_text() throws IOException {
        Path file = file("n\u00e9v^x\n\u0151r^1,234\n\u0151r^5\n", Charset.forName("windows-1250"));
        assertThat(read(file, "--encoding", "windows-1250", "--delimiter", "^", "--decimal", "comma"))
                .isEqualTo("n\u00e9v,x,missing_reasons\n\u0151r,1.234,\n\u0151r,5,\n");
        CommandRun wrong = CommandRun.of("import", file.toString(), "--encoding", "hungarian");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("there is no encoding 'hungarian'");
    }

    @Test
    void how_the_file_was_read_is_told() throws IOException {
        CommandRun run = CommandRun.of(
                "import", file("a;b\n1;2\n", StandardCharsets.UTF_8).toString());
        assertThat(run.out())
                .contains(
                        "text in UTF-8; fields parted by semicolon",
                        "no codebook: drafted from the cells",
                        "header in row 1",
                        "data in A2:B2: 1 row, 2 columns");
    }
}
