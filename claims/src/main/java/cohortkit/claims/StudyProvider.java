package cohortkit.claims;

/**
 * Makes a study known to {@link Study#all()} and {@link Study#named(String)}: a class with a public constructor without
 * arguments, listed in {@code META-INF/services/cohortkit.claims.StudyProvider}.
 *
 * <pre>{@code
 * public final class Dialysis implements StudyProvider {
 *     public Study study() {
 *         return Study.of("dialysis", "Mucsi et al. 2005", FiguresCsv.read(Dialysis.class, "figures.csv"), computations);
 *     }
 * }
 * }</pre>
 */
public interface StudyProvider {

    /** The study. */
    Study study();
}
