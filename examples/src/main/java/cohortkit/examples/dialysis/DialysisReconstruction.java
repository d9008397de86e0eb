package cohortkit.examples.dialysis;

import cohortkit.core.Codebook;
import cohortkit.core.Level;
import cohortkit.core.Range;
import cohortkit.core.Variable;
import cohortkit.examples.reconstruction.InventedRows;
import cohortkit.examples.reconstruction.Reconstruction;
import java.util.Map;

/**
 * 333 dialysis patients whose totals are those of Mucsi et al. 2005: 14 % with restless legs, significant insomnia in
 * 35 % of them and in 16 % of the others, median Athens score 8 against 4, median number of comorbid conditions 3
 * against 2. Age, sex, dates and dialysis vintage are free inventions.
 *
 * <pre>{@code
 * DialysisReconstruction.study().rows().size()   // 333
 * }</pre>
 */
public final class DialysisReconstruction {

    private static final int PATIENTS = 333;
    private static final int RLS = 46;
    private static final int RLS_INSOMNIA = 16;
    private static final int OTHERS = PATIENTS - RLS;
    private static final int OTHERS_INSOMNIA = 46;

    private DialysisReconstruction() {}

    /** The codebook and the rows. */
    public static Reconstruction study() {
        InventedRows rows = new InventedRows(PATIENTS, 2005);
        rows.set("rls", 0, RLS, "yes");
        rows.set("rls", RLS, OTHERS, "no");
        rows.set("insomnia", 0, PATIENTS, "no");
        rows.set("insomnia", 0, RLS_INSOMNIA, "yes");
        rows.set("insomnia", RLS, OTHERS_INSOMNIA, "yes");
        // Medians: the middle ranks hold the published value, the rest lies around it.
        rows.each(
                "ais_score", 0, RLS, i -> i < RLS_INSOMNIA ? rows.between(10, 18) : i < 37 ? rows.between(1, 7) : 8.0);
        rows.each(
                "ais_score",
                RLS,
                OTHERS,
                i -> i < OTHERS_INSOMNIA
                        ? rows.between(8, 16)
                        : i < OTHERS_INSOMNIA + 135
                                ? rows.between(0, 3)
                                : i < OTHERS_INSOMNIA + 160 ? 4.0 : rows.between(4, 7));
        rows.each("comorbidities", 0, RLS, i -> i < 20 ? rows.between(0, 2) : i < 30 ? 3.0 : rows.between(3, 6));
        rows.each(
                "comorbidities",
                RLS,
                OTHERS,
                i -> i % 7 < 3 ? rows.between(0, 1) : i % 7 < 5 ? 2.0 : rows.between(3, 5));
        rows.each("sex", 0, PATIENTS, i -> rows.oneOf("female", "male"));
        rows.each("age", 0, PATIENTS, i -> rows.between(22, 84));
        rows.each("enrolled", 0, PATIENTS, i -> rows.dayOf(2003));
        rows.each("vintage", 0, PATIENTS, i -> rows.between(3, 180));
        rows.scatter("vintage", 9, 999.0);
        rows.scatter("vintage", 5, "n/a");
        rows.scatter("age", 3, 999.0);
        return new Reconstruction(
                "dialysis",
                "Patients on maintenance dialysis",
                codebook(),
                Map.of("rls", new Reconstruction.Heading("Sleep", 3)),
                rows.shuffled("patient", "D"));
    }

    private static Codebook codebook() {
        return Codebook.of(
                Variable.identifier("patient", "Patient number"),
                Variable.date("enrolled", "Day of the questionnaire"),
                Variable.category("sex", "Sex", Level.of("female"), Level.of("male")),
                Variable.number("age", "Age")
                        .withUnit("years")
                        .withRange(new Range(18, 100))
                        .withMissing("999", "not recorded"),
                Variable.number("vintage", "Time on dialysis")
                        .withUnit("months")
                        .withRange(new Range(0, 600))
                        .withMissing("999", "not recorded")
                        .withMissing("n/a", "not applicable"),
                Variable.number("comorbidities", "Comorbid conditions").withRange(new Range(0, 20)),
                Variable.binary("rls", "Restless legs syndrome"),
                Variable.number("ais_score", "Athens Insomnia Scale").withRange(new Range(0, 24)),
                Variable.binary("insomnia", "Significant insomnia"));
    }
}
