package cohortkit.examples;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.examples.dialysis.DialysisStudy;
import cohortkit.examples.files.StudyFiles;
import org.junit.jupiter.api.Test;

class StudyFilesTest {

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> StudyFiles.of(DialysisStudy.class).bytes("none.csv"))
                .hasMessage("no file none.csv beside cohortkit.examples.dialysis.DialysisStudy");
    }
}
