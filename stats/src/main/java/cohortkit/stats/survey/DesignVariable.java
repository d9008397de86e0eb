package cohortkit.stats.survey;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import cohortkit.core.Missing;
import cohortkit.core.VariableType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A variable of a design, which every row needs. */
final class DesignVariable {

    private final Cohort cohort;
    private final String role;
    private final String name;

    DesignVariable(Cohort cohort, String role, String name) {
        this.cohort = cohort;
        this.role = role;
        this.name = name;
    }

    /** Finite numbers from 0. */
    double[] numbers() {
        double[] numbers = cohort.numbers(name);
        for (int row = 0; row < numbers.length; row++) {
            if (Double.isNaN(numbers[row])) {
                throw missing(row);
            }
            if (!(numbers[row] >= 0 && numbers[row] <= Double.MAX_VALUE)) {
                throw new InputException("the " + role + " '" + name + "' is " + DisplayNumber.shortest(numbers[row])
                        + " in " + place(row) + "; it is a number from 0");
            }
        }
        return numbers;
    }

    /** Which rows go together: the same text, the same group. */
    String[] keys() {
        VariableType type = cohort.variable(name).type();
        String[] keys = new String[cohort.size()];
        double[] numbers = type == VariableType.NUMBER ? cohort.numbers(name) : new double[0];
        for (int row = 0; row < keys.length; row++) {
            Optional<Missing> missing = cohort.missing(row, name);
            if (missing.isPresent()) {
                throw missing(row);
            }
            keys[row] = switch (type) {
                case NUMBER -> DisplayNumber.shortest(numbers[row]);
                case CATEGORY -> cohort.row(row).level(name);
                case TEXT, IDENTIFIER -> cohort.row(row).text(name);
                case DATE, TIME, DATETIME ->
                    throw new InputException("the " + role + " '" + name + "' is a "
                            + type.name().toLowerCase(java.util.Locale.ROOT)
                            + "; it is a category, a number, a text or an identifier");
            };
        }
        return keys;
    }

    /** The same of a design without this variable: all rows go together. */
    static String[] one(int size) {
        String[] keys = new String[size];
        Arrays.fill(keys, "");
        return keys;
    }

    private InputException missing(int row) {
        Map<Missing, Integer> reasons = cohort.missing(name);
        return new InputException("the " + role + " '" + name + "' is missing, first in " + place(row) + " (" + reasons
                + "); every row needs one: leave such rows out by name, if they are no part of the sample");
    }

    private String place(int row) {
        return cohort.cell(row, name).map(CellRef::toString).orElse("row " + (row + 1));
    }
}
