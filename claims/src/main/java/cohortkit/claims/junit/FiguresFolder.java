package cohortkit.claims.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The folder whose published figures a test class checks: a study's folder, or a folder of such folders. See
 * {@link PublishedFigures}.
 *
 * <pre>{@code
 * @FiguresFolder("../examples/studies") class ArticleTest implements PublishedFigures {}
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FiguresFolder {

    /** The folder, from the project's own, such as {@code src/test/studies}. */
    String value();
}
