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
        int index = -1;
        for (int row = 0; row < byRow.length; row++) {
            Missing reason = byRow[row];
            if (reason == null) {
                continue;
            }
            index = index >= 0 && reason.equals(reasons.get(index)) ? index : reasons.indexOf(reason);
            if (index < 0) {
                index = reasons.size();
                reasons.add(reason);
            }
            codes[row] = (short) (index + 1);
        }
        return new MissingReasons(codes.length, codes, List.copyOf(reasons));
    }

    /** Of a variable that has all its values. */
    public static MissingReasons none(int rows) {
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
        int[] byCode = new int[reasons.size() + 1];
        for (short code : codes) {
            if (byCode[code]++ == 0 && code > 0) {
                counts.put(reasons.get(code - 1), 0);
            }
        }
        counts.replaceAll((reason, none) -> byCode[reasons.indexOf(reason) + 1]);
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
