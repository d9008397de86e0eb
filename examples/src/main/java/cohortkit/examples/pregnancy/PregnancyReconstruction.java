package cohortkit.examples.pregnancy;

import cohortkit.core.Codebook;
import cohortkit.core.Level;
import cohortkit.core.Range;
import cohortkit.core.Variable;
import cohortkit.examples.reconstruction.InventedRows;
import cohortkit.examples.reconstruction.Reconstruction;
import java.util.Map;

/**
 * 253 pregnant women in the groups of Yildirim and Apaydin 2020: 119 with restless legs and 134 without, with lower
 * serum magnesium and zinc in the first group. The paper's means are not readable: every level here is an invention
 * that agrees with the printed p-values and with nothing else.
 *
 * <pre>{@code
 * PregnancyReconstruction.study().rows().size()   // 253
 * }</pre>
 */
public final class PregnancyReconstruction {

    private static final int CASES = 119;
    private static final int CONTROLS = 134;

    private PregnancyReconstruction() {}

    /** The codebook and the rows. */
    public static Reconstruction study() {
        InventedRows rows = new InventedRows(CASES + CONTROLS, 2020);
        rows.set("rls", 0, CASES, "case");
        rows.set("rls", CASES, CONTROLS, "control");
        rows.each("magnesium", 0, CASES, i -> rows.normal(1.74, 0.22, 0.01));
        rows.each("magnesium", CASES, CONTROLS, i -> rows.normal(1.92, 0.22, 0.01));
        rows.each("zinc", 0, CASES, i -> rows.normal(58, 11, 0.1));
        rows.each("zinc", CASES, CONTROLS, i -> rows.normal(67, 12, 0.1));
        rows.each("age", 0, CASES + CONTROLS, i -> rows.between(18, 43));
        rows.each("week", 0, CASES + CONTROLS, i -> rows.between(28, 40));
        rows.each("visit", 0, CASES + CONTROLS, i -> rows.dayOf(2019));
        rows.scatter("age", 4, 99.0);
        rows.scatter("age", 2, "refused");
        return new Reconstruction(
                "pregnancy",
                "Pregnant women with and without restless legs",
                codebook(),
                Map.of("magnesium", new Reconstruction.Heading("Serum", 2)),
                rows.shuffled("woman", "W"));
    }

    private static Codebook codebook() {
        return Codebook.of(
                Variable.identifier("woman", "Number"),
                Variable.category("rls", "Restless legs syndrome", Level.of("control"), Level.of("case")),
                Variable.date("visit", "Day of the visit"),
                Variable.number("age", "Age")
                        .withUnit("years")
                        .withRange(new Range(15, 55))
                        .withMissing("99", "not recorded")
                        .withMissing("refused", "refused"),
                Variable.number("week", "Week of pregnancy").withRange(new Range(4, 43)),
                Variable.number("magnesium", "Magnesium").withUnit("mg/dL").withRange(new Range(0.5, 5)),
                Variable.number("zinc", "Zinc").withUnit("ug/dL").withRange(new Range(10, 200)));
    }
}
