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

    private final int rows;

    /** Per row, 0 for a present value, else 1 + an index into {@code reasons}; empty if no value is missing. */
    private final short[] codes;

    private final List<Missing> reasons;

    private MissingReasons(int rows, short[] codes, List<Missing> reasons) {
        this.rows = rows;
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
        return new MissingReasons(codes.length, codes, List.copyOf(reasons));
    }

    /** Of a variable that has all its values. */
    static MissingReasons none(int rows) {
        return new MissingReasons(rows, new short[0], List.of());
    }

    int size() {
        return rows;
    }

    /** Why the value of a row, from 0, is missing; empty if it is not. */
    public Optional<Missing> reason(int row) {
        return !isMissing(row) ? Optional.empty() : Optional.of(reasons.get(codes[row] - 1));
    }

    boolean isMissing(int row) {
        return codes.length > 0 && codes[row] != 0;
    }

    /** How many rows are missing for each reason, in order of first appearance. */
    public Map<Missing, Integer> counts() {
        Map<Missing, Integer> counts = new LinkedHashMap<>();
        for (int row = 0; row < codes.length; row++) {
            reason(row).ifPresent(reason -> counts.merge(reason, 1, Integer::sum));
        }
        return counts;
    }

    MissingReasons rows(int[] selected) {
        short[] some = new short[codes.length == 0 ? 0 : selected.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = codes[selected[i]];
        }
        return new MissingReasons(selected.length, some, reasons);
    }
}
