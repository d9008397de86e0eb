package cohortkit.report;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The groups of a table, those levels of a category that people are in; people without a group are in no column. */
final class GroupColumns {

    private final Cohort cohort;
    private final String variable;
    private final List<String> labels = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();
    private final int[] groups;
    private final long[] sizes;

    GroupColumns(Cohort cohort, String variable) {
        this.cohort = cohort;
        this.variable = variable;
        int[] levels = cohort.levels(variable);
        List<Level> described = cohort.variable(variable).levels();
        int[] position = new int[described.size()];
        for (int level = 0; level < position.length; level++) {
            int wanted = level;
            boolean filled = Arrays.stream(levels).anyMatch(code -> code == wanted);
            position[level] = labels.size();
            (filled ? labels : empty).add(described.get(level).label());
        }
        if (labels.isEmpty()) {
            throw new InputException("nobody has a known '" + variable + "': there are no groups to compare");
        }
        this.groups = Arrays.stream(levels)
                .map(code -> code < 0 ? -1 : position[code])
                .toArray();
        this.sizes = count(row -> true);
    }

    /** How many groups there are. */
    int size() {
        return labels.size();
    }

    List<String> labels() {
        return labels;
    }

    /** A row's group; -1 where it is in none. */
    int group(int row) {
        return groups[row];
    }

    int rows() {
        return groups.length;
    }

    /** People by group. */
    long[] sizes() {
        return sizes;
    }

    /** People of each group for whom something holds. */
    long[] count(IntPredicate condition) {
        long[] counts = new long[size()];
        for (int row = 0; row < groups.length; row++) {
            if (groups[row] >= 0 && condition.test(row)) {
                counts[groups[row]]++;
            }
        }
        return counts;
    }

    /** People of each group whose value is missing, by reason in the order of the rows. */
    Map<Missing, long[]> missing(String name, IntPredicate unknown) {
        Map<Missing, long[]> reasons = new LinkedHashMap<>();
        for (int row = 0; row < groups.length; row++) {
            if (groups[row] >= 0 && unknown.test(row)) {
                Missing reason = cohort.missing(row, name).orElse(Missing.BLANK);
                reasons.computeIfAbsent(reason, ignored -> new long[size()])[groups[row]]++;
            }
        }
        return reasons;
    }

    /** Who is in no column, and which level has none. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        Map<Missing, Integer> missing = cohort.missing(variable);
        if (!missing.isEmpty()) {
            List<String> reasons = new ArrayList<>();
            missing.forEach((reason, n) -> reasons.add(n + " " + reason));
            long left = Arrays.stream(groups).filter(group -> group < 0).count();
            notes.add(left + " of " + groups.length
                    + (left == 1 ? " people is in no column: " : " people are in no column: ") + variable
                    + " is missing (" + String.join(", ", reasons) + ").");
        }
        if (!empty.isEmpty()) {
            notes.add("Nobody is in " + variable + " = " + String.join(", ", empty) + ".");
        }
        return notes;
    }
}
