package cohortkit.examples.magnesium;

import cohortkit.claims.Computation;
import cohortkit.claims.EvidenceLevel;
import cohortkit.claims.Finding;
import cohortkit.claims.PairedChange;
import cohortkit.claims.Study;
import cohortkit.claims.StudyProvider;
import cohortkit.core.Convention;
import cohortkit.core.Measure;
import cohortkit.examples.files.StudyFiles;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hornyak et al. 1998, Sleep 21:501 (doi 10.1093/sleep/21.5.501): ten patients before and after magnesium, without
 * controls; Marshall et al. 2019, Sleep Medicine Reviews 101218: the studies that there are. Each paired comparison is
 * checked for the correlations of before and after that make its printed p possible.
 *
 * <pre>{@code
 * Study.named("magnesium").verify().asDeclared()   // true
 * }</pre>
 */
public final class MagnesiumStudy implements StudyProvider {

    private static final int PATIENTS = 10;

    @Override
    public Study study() {
        Map<String, Computation> computations = new LinkedHashMap<>();
        computations.put("patients", reads -> sum(4, 6));
        computations.put("arousals", reads -> paired(17, 7, 7, 7));
        computations.put("movements", reads -> paired(33, 16, 21, 23));
        computations.put("efficiency", reads -> paired(75, 12, 85, 8));
        computations.put("studies", reads -> sum(1, 3, 4));
        computations.put("unclear", reads -> Finding.notCheckable("that a question is open is no number"));
        return Study.traced(
                "magnesium",
                "Magnesium for restless legs, 1998 and 2019",
                StudyFiles.of(MagnesiumStudy.class).figures(),
                computations);
    }

    private static Finding sum(int... parts) {
        int sum = java.util.stream.IntStream.of(parts).sum();
        return Finding.overRange(
                EvidenceLevel.ARITHMETIC, Measure.COUNT, sum, sum, Convention.of("sum of the printed parts", ""));
    }

    private static Finding paired(double before, double sdBefore, double after, double sdAfter) {
        return Finding.paired(new PairedChange(before, sdBefore, after, sdAfter, PATIENTS));
    }
}
