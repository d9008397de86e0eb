package cohortkit.examples.files;

import cohortkit.claims.Figure;
import cohortkit.claims.FiguresCsv;
import cohortkit.core.Cohort;
import cohortkit.io.ImportOptions;
import cohortkit.io.Workbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The files beside a study's class.
 *
 * <pre>{@code
 * var files = StudyFiles.of(DialysisStudy.class);
 * files.cohort("dialysis-reconstructed-from-published-totals.xlsx").size()   // 333
 * }</pre>
 */
public final class StudyFiles {

    private final Class<?> study;

    private StudyFiles(Class<?> study) {
        this.study = study;
    }

    /** The files in the package of this class. */
    public static StudyFiles of(Class<?> study) {
        return new StudyFiles(study);
    }

    /** A workbook that holds its own codebook. */
    public Cohort cohort(String file) {
        return Workbook.read(file, bytes(file)).cohort();
    }

    /** A data file under a codebook in a file of its own. */
    public Cohort cohort(String file, String codebookFile) {
        var codebook =
                Workbook.read(codebookFile, bytes(codebookFile)).codebook().orElseThrow();
        return Workbook.read(file, bytes(file)).cohort(ImportOptions.defaults().withCodebook(codebook));
    }

    /** The study's published figures. */
    public List<Figure> figures() {
        return FiguresCsv.read(study, "figures.csv");
    }

    /** The content of a file. */
    public byte[] bytes(String file) {
        try (InputStream in = study.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no file " + file + " beside " + study.getName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
