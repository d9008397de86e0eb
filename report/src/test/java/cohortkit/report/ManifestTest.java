package cohortkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.Verification;
import cohortkit.claims.files.StudyFolder;
import cohortkit.core.InputException;
import cohortkit.report.Manifest.FigureState;
import cohortkit.report.Manifest.StudyState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    @TempDir
    private Path folder;

    private static FigureState figure(String value) {
        return new FigureState("2.2", "riskRatio(a, b)", value, "1.3", "3.5", "rows", "REPRODUCED", "log Wald");
    }

    private static Manifest manifest(Map<String, String> files, Map<String, FigureState> figures) {
        return new Manifest("0.1.0", List.of(new StudyState("births", files, figures)));
    }

    @Test
    void a_manifest_is_read_as_it_was_written() throws IOException {
        Manifest manifest = manifest(Map.of("b.csv", "12", "a.csv", "34"), Map.of("rr", figure("2.17")));
        Path file = Files.writeString(folder.resolve("m.json"), manifest.toJson());
        assertThat(Manifest.read(file)).isEqualTo(manifest);
        assertThat(manifest.toJson()).doesNotContain("\r").endsWith("}\n");
        assertThat(manifest.toJson().indexOf("a.csv"))
                .isLessThan(manifest.toJson().indexOf("b.csv"));
        assertThat(manifest.conventions())
                .isEqualTo(Sha256.of("log Wald\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void a_folder_of_printed_numbers_is_hashed_whatever_its_line_ends() throws IOException {
        String printed = "set,quantity,printed\nabstract,n,4\nabstract,cell a,1\nabstract,cell b,0\n";
        Files.writeString(folder.resolve("printed.csv"), printed.replace("\n", "\r\n"));
        Files.writeString(folder.resolve("figures.csv"), """
            id,where,quote,compute,printed,lower,upper,expected,note
            rr,abstract,risk ratio,riskRatio(abstract),2,,,POSSIBLE,
            none,abstract,"<b>\u0001",notCheckable('x'),2,,,REPRODUCED,
            """);
        StudyFolder study = StudyFolder.open(folder);
        Verification verification = study.study().verify();
        Manifest manifest = Manifest.of(List.of(study), List.of(verification));
        StudyState state = manifest.studies().get(0);
        assertThat(state.files()).containsOnlyKeys("printed.csv");
        assertThat(state.files().get("printed.csv"))
                .isEqualTo(Sha256.of(printed.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(state.figures().get("rr").upper()).isEqualTo("Inf");
        assertThat(state.figures().get("none").value()).isEmpty();
        assertThatThrownBy(() -> Manifest.of(List.of(study, study), List.of(verification, verification)))
                .hasMessageContaining("rename a folder");
        assertThat(new Reproduction(List.of(verification)).toJunit())
                .contains("tests=\"2\" failures=\"1\"")
                .contains("name=\"none: &lt;b&gt;\uFFFD\"")
                .contains("message=\"declared REPRODUCED, is NOT_CHECKABLE\"");
    }

    @Test
    void what_moved_is_named() {
        Manifest before =
                manifest(Map.of("a.csv", "12", "b.csv", "1"), Map.of("rr", figure("2.17"), "old", figure("1")));
        Manifest now = manifest(Map.of("a.csv", "34", "c.csv", "1"), Map.of("rr", figure("2.18"), "new", figure("1")));
        assertThat(now.movedSince(before))
                .extracting(Movement::toString)
                .containsExactly(
                        "births, file a.csv: SHA-256 was 12, is 34",
                        "births, file b.csv: SHA-256 is gone; was 1",
                        "births, file c.csv: SHA-256 is new: 1",
                        "births, figure new: figure is new: new",
                        "births, figure old: figure is gone; was old",
                        "births, figure rr: value was 2.17, is 2.18");
        assertThat(now.movedSince(now)).isEmpty();
        Manifest none = new Manifest("0.1.0", List.of());
        assertThat(now.movedSince(none)).extracting(Movement::toString).containsExactly("births, study: study is new");
        assertThat(none.movedSince(now))
                .extracting(Movement::toString)
                .containsExactly("births, study: study is gone; was births");
    }

    @Test
    void another_file_is_refused() throws IOException {
        Path list = Files.writeString(folder.resolve("list.json"), "[1]");
        assertThatThrownBy(() -> Manifest.read(list))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is no manifest: an object");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"format\" : \"x\"}");
        assertThatThrownBy(() -> Manifest.read(other))
                .hasMessageContaining("write one with cohort verify DIR --manifest FILE");
        Path odd = Files.writeString(
                folder.resolve("odd.json"), "{\"format\" : \"cohortkit-manifest-1\", \"studies\" : {\"a\" : \"b\"}}");
        assertThatThrownBy(() -> Manifest.read(odd)).hasMessageEndingWith("of it is not there, or of another kind");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\n\"format\"");
        assertThatThrownBy(() -> Manifest.read(broken)).hasMessageEndingWith("is no manifest: it is no JSON in line 2");
        assertThatThrownBy(() -> Manifest.read(folder.resolve("none.json"))).hasMessageStartingWith("there is no file");
    }

    @Test
    void the_version_is_that_of_the_build() throws IOException {
        assertThat(Files.readString(Path.of("../pom.xml")))
                .contains("<artifactId>cohortkit-parent</artifactId>\n  <version>" + Manifest.CODE + "</version>");
    }
}
