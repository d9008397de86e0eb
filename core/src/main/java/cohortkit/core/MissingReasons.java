package cohortkit.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The missing reason of each row of one variable.
 *
 * <pre>{@code
 * MissingReasons.of(new Missing[] {null, new Missing("refused"), null}).counts()   // {refused=1}
 * }</pre>
 */
public final class MissingReasons {

    /** Per row, 0 for a present value, else 1 + an index into {@code reasons}. */
    private final short[] codes;

    private final List<Missing> reasons;

    private MissingReasons(short[] codes, List<Missing> reasons) {
        this.codes = codes;
        this.reasons = reasons;
    }

    /** One entry a row; null where the value is present. */
    public static MissingReasons of(Missing[] byRow) {
        short[] codes = new short[byRow.length];
        List<Missing> reasons = new ArrayList<>();
        for (int row = 0; row < byRow.length; row++) {
            if (byRow[row] != null) {
                int index = reasons.indexOf(byRow[row]);
                if (index < 0) {
                    index = reasons.size();
                    reasons.add(byRow[row]);
                }
                codes[row] = (short) (index + 1);
            }
        }
        return new MissingReasons(codes, List.copyOf(reasons));
    }

    /** Of a variable that has all its values. */
    static MissingReasons none(int rows) {
        return new MissingReasons(new short[rows], List.of());
    }

    int size() {
        return codes.length;
    }

    /** Why the value of a row, from 0, is missing; empty if it is not. */
    public Optional<Missing> reason(int row) {
        return codes[row] == 0 ? Optional.empty() : Optional.of(reasons.get(codes[row] - 1));
    }

    boolean isMissing(int row) {
        return codes[row] != 0;
    }

    /** How many rows are missing for each reason, in order of first appearance. */
    public Map<Missing, Integer> counts() {
        Map<Missing, Integer> counts = new LinkedHashMap<>();
        for (int row = 0; row < codes.length; row++) {
            reason(row).ifPresent(reason -> counts.merge(reason, 1, Integer::sum));
        }
        return counts;
    }

    MissingReasons rows(int[] rows) {
        short[] selected = new short[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = codes[rows[i]];
        }
        return new MissingReasons(selected, reasons);
    }
}
