package cohortkit.claims;

import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Published figures as JUnit 5 tests: one a figure, named by the figure's own words. Needs junit-jupiter on the class
 * path, as the only class of this package.
 *
 * <pre>{@code
 * @TestFactory Stream<DynamicTest> each_published_figure_has_its_declared_verdict() {
 *     return FigureTests.of(Study.named("dialysis"));
 * }
 * }</pre>
 */
public final class FigureTests {

    private FigureTests() {}

    /** One test a figure, in the order of print; it fails when the verdict is not the declared one. */
    public static Stream<DynamicTest> of(Study study) {
        return study.figures().stream()
                .map(figure -> DynamicTest.dynamicTest(
                        figure.quote() + " [" + figure.id() + "]", () -> requireDeclared(study.check(figure))));
    }

    private static void requireDeclared(CheckedFigure checked) {
        Assertions.assertEquals(checked.figure().expected(), checked.verdict().kind(), () -> message(checked));
    }

    private static String message(CheckedFigure checked) {
        return String.join(
                "\n  ",
                checked.study() + ", " + checked.figure().where() + ": \""
                        + checked.figure().quote() + "\"",
                "printed  " + checked.figure().asPrinted(),
                "computed " + checked.finding().text(),
                "evidence " + checked.finding().level().label(),
                "reason   " + checked.verdict().reason(),
                "");
    }
}
