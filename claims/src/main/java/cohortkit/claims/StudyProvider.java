package cohortkit.claims;

/**
 * Makes a study known to {@link Study#all()} and {@link Study#named(String)}: a class with a public constructor without
 * arguments, listed in {@code META-INF/services/cohortkit.claims.StudyProvider}.
 *
 * <pre>{@code
 * public final class Mucsi implements StudyProvider {
 *     public Study study() {
 *         return Study.of(
 *                 "dialysis",
 *                 "Mucsi et al. 2005",
 *                 FiguresCsv.read(Mucsi.class, "figures.csv"),
 *                 Map.of("twice", () -> Finding.fromCounts(new TwoByTwo(16, 30, 46, 241).riskRatio())));
 *     }
 * }
 * }</pre>
 */
public interface StudyProvider {

    /** The study. */
    Study study();
}
