package cohortkit.claims.junit;

import cohortkit.claims.FigureTests;
import cohortkit.claims.files.StudyFolder;
import cohortkit.core.InputException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * Makes a test class of a folder: each study a group, each figure a test that fails when its verdict is not the declared
 * one. It runs wherever JUnit 5 runs, in Maven, Gradle or an editor.
 *
 * <pre>{@code
 * @FiguresFolder("../examples/studies/low-birth-weight") class BirthsTest implements PublishedFigures {}
 * new BirthsTest().each_published_figure_has_its_declared_verdict().count()   // 1
 * }</pre>
 */
public interface PublishedFigures {

    /**
     * A group a study, a test a figure.
     *
     * @throws InputException if the class names no folder, or a study cannot be read
     */
    @TestFactory
    default Stream<DynamicContainer> each_published_figure_has_its_declared_verdict() {
        FiguresFolder folder = getClass().getAnnotation(FiguresFolder.class);
        if (folder == null) {
            throw new InputException(getClass().getName()
                    + " names no folder; put @FiguresFolder(\"src/test/studies\") above the class");
        }
        return StudyFolder.openAll(Path.of(folder.value())).stream()
                .map(study -> DynamicContainer.dynamicContainer(
                        study.study().title(), study.figuresFile().toUri(), FigureTests.of(study.study())));
    }
}
