package cohortkit.report;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import cohortkit.stats.continuous.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An exposure as groups of people: its own levels, or of a number its values where they are few, and else its fourths.
 *
 * @param cohort with the groups as a variable
 * @param name of the category whose levels are the groups
 * @param remark how they were made; empty if they are the exposure's own levels
 */
record ExposureGroups(Cohort cohort, String name, String remark) {

    private static final int FEW = 5;

    static ExposureGroups of(Cohort cohort, String exposure) {
        Variable variable = cohort.variable(exposure);
        if (variable.type() == VariableType.CATEGORY) {
            return new ExposureGroups(cohort, exposure, "");
        }
        double[] values = Arrays.stream(cohort.numbers(exposure))
                .filter(x -> !Double.isNaN(x))
                .sorted()
                .toArray();
        if (values.length == 0) {
            throw new InputException("nobody has a known '" + exposure + "': there are no groups to compare");
        }
        double[] distinct = Arrays.stream(values).distinct().toArray();
        boolean few = distinct.length <= FEW;
        double[] ends = few ? distinct : fourths(Sample.of(cohort, exposure));
        String name = freeName(cohort, exposure + (few ? ", by value" : ", in fourths"));
        List<Level> levels = new ArrayList<>();
        double below = Double.NEGATIVE_INFINITY;
        for (double end : ends) {
            levels.add(new Level(Integer.toString(levels.size() + 1), label(values, below, end)));
            below = end;
        }
        Variable groups = Variable.category(
                        name,
                        Table1Rows.label(variable.withUnit("")) + (few ? "" : ", in fourths"),
                        levels.toArray(Level[]::new))
                .withUnit(variable.unit());
        Cohort grouped = cohort.derive(groups, p -> Integer.toString(group(ends, p.number(exposure)) + 1));
        return new ExposureGroups(
                grouped,
                name,
                few
                        ? "The values of " + exposure
                                + " are the groups of tables and bars; models take it as a number."
                        : "Tables and bars show " + exposure
                                + " in groups with its quartiles (R's type 7) as upper ends;"
                                + " models take it as a number.");
    }

    /** Quartiles and the largest value; one each where they are equal. */
    private static double[] fourths(Sample values) {
        return Arrays.stream(new double[] {0.25, 0.5, 0.75, 1})
                .map(values::quantile)
                .distinct()
                .toArray();
    }

    private static String freeName(Cohort cohort, String wanted) {
        String name = wanted;
        while (cohort.codebook().find(name).isPresent()) {
            name += "'";
        }
        return name;
    }

    /** The least and the largest value of a group. */
    private static String label(double[] sorted, double below, double end) {
        double[] inside =
                Arrays.stream(sorted).filter(x -> x > below && x <= end).toArray();
        String first = DisplayNumber.shortest(inside[0]);
        String last = DisplayNumber.shortest(inside[inside.length - 1]);
        return first.equals(last) ? first : first + " to " + last;
    }

    private static int group(double[] ends, double value) {
        int group = 0;
        while (group < ends.length - 1 && value > ends[group]) {
            group++;
        }
        return group;
    }
}
