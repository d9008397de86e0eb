package cohortkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    @TempDir
    Path folder;

    @Test
    void an_old_file_is_replaced_only_by_a_whole_one() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.txt"), "old");
        assertProblem(file, "the disk is full", out -> {
            out.write("half");
            throw new IOException("the disk is full");
        });
        assertProblem(file, "the network is down", out -> {
            throw new UncheckedIOException(new IOException("the network is down"));
        });
        assertThat(file).hasContent("old");
        OutputFile.write(file, out -> out.write("n\u00e9w"));
        assertThat(file).hasContent("n\u00e9w");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static void assertProblem(Path file, String reason, OutputFile.Text text) {
        assertThatThrownBy(() -> OutputFile.write(file, text))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot write '" + file + "': " + reason + "; check the folder");
    }

    @Test
    void half_a_character_is_no_question_mark() {
        Path file = folder.resolve("half.txt");
        assertThatThrownBy(() -> OutputFile.write(file, out -> out.write("\ud83d")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("cannot write '" + file + "': ");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_place_that_cannot_be_written_is_told() {
        assertThatThrownBy(() -> OutputFile.write(folder, out -> out.write("x")))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot write '" + folder + "': it is a folder");
        Path file = folder.resolve("file");
        OutputFile.write(file, out -> out.write("x"));
        Path below = file.resolve("in").resolve("x.txt");
        assertThatThrownBy(() -> OutputFile.write(below, out -> out.write("x")))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot write '" + below + "': '" + file + "' is a file and no folder");
    }

    @Test
    void folders_that_are_not_there_are_made() {
        Path file = folder.resolve("target").resolve("reports").resolve("x.txt");
        OutputFile.write(file, out -> out.write("x"));
        assertThat(file).hasContent("x");
    }

    @Test
    void a_link_stays_a_link() throws IOException {
        Path target = Files.writeString(folder.resolve("target.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), target);
        OutputFile.write(link, out -> out.write("new"));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(target).hasContent("new");
    }
}
