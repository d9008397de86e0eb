package cohortkit.claims;

/**
 * Makes a study known to {@link Study#all()} and {@link Study#named(String)}: a class with a public constructor without
 * arguments, listed in {@code META-INF/services/cohortkit.claims.StudyProvider}.
 *
 * <pre>{@code
 * public final class Mucsi implements StudyProvider {
 *     public Study study() {
 *         Cohort patients = Workbook.open("dialysis.xlsx").cohort();
 *         return Study.traced(
 *                 "dialysis",
 *                 "Mucsi et al. 2005",
 *                 FiguresCsv.read(Mucsi.class, "figures.csv"),
 *                 Map.of("twice", reads -> Finding.fromRows(
 *                         TwoByTwo.of(patients.readBy(reads), "rls", "insomnia").riskRatio())));
 *     }
 * }
 * }</pre>
 */
public interface StudyProvider {

    /** The study. */
    Study study();
}
