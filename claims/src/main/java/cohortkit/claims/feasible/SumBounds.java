package cohortkit.claims.feasible;

import cohortkit.claims.PrintedRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What printed sums and shares say of whole sums of cells: a share of a known whole bounds its part and the rest. A search
 * that had only the shares would have to fix each cell of the whole first.
 */
final class SumBounds {

    private static final double SLACK = 1e-9;

    private final Map<CellSet, long[]> bounds = new LinkedHashMap<>();

    SumBounds(List<PrintedSum> printed) {
        for (PrintedSum sum : printed) {
            if (!sum.isShare()) {
                PrintedRange range = sum.range();
                narrow(sum.part(), Math.ceil(range.lower()), Math.floor(range.upper()));
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (PrintedSum sum : printed) {
                changed |= sum.isShare() && follow(sum);
            }
        }
    }

    /** From the whole to the part and the rest; whether something became narrower. */
    private boolean follow(PrintedSum share) {
        long[] whole = bounds.get(share.whole());
        if (whole == null) {
            return false;
        }
        PrintedRange range = share.range();
        double least = Math.max(0, range.lower() * whole[0]);
        double most = Math.min((double) whole[1], range.upper() * whole[1]);
        boolean changed =
                narrow(share.part(), Math.ceil(least - SLACK * (1 + least)), Math.floor(most + SLACK * (1 + most)));
        long[] part = bounds.getOrDefault(share.part(), whole);
        CellSet rest = share.whole().without(share.part());
        return narrow(rest, (double) whole[0] - part[1], (double) whole[1] - part[0]) || changed;
    }

    private boolean narrow(CellSet cells, double least, double most) {
        long[] before = bounds.computeIfAbsent(cells, key -> new long[] {0, Long.MAX_VALUE});
        long low = Math.max(before[0], (long) least);
        long high = Math.min(before[1], (long) most);
        boolean changed = (low > before[0] || high < before[1]) && before[0] <= before[1];
        before[0] = low;
        before[1] = high;
        return changed;
    }

    /** The inequalities that follow. */
    List<Inequality> inequalities(int cells) {
        List<Inequality> all = new ArrayList<>();
        bounds.forEach((sum, ends) -> {
            all.add(atLeast(sum, cells, ends[0], 1));
            if (ends[1] < Long.MAX_VALUE) {
                all.add(atLeast(sum, cells, ends[1], -1));
            }
        });
        return all;
    }

    private static Inequality atLeast(CellSet sum, int cells, long bound, int sign) {
        double[] factors = new double[cells];
        for (int cell : sum.cells()) {
            factors[cell] = sign;
        }
        return new Inequality(factors, (double) sign * bound);
    }

    /** The least that these cells can add up to; 0 if nothing is known of them together. */
    long least(CellSet cells) {
        long[] known = bounds.get(cells);
        return known == null ? 0 : known[0];
    }

    /** The most that these cells can add up to. */
    long most(CellSet cells) {
        long[] known = bounds.get(cells);
        return known == null ? Long.MAX_VALUE : known[1];
    }

    /** The most that a cell can be. */
    long most(int cell) {
        return bounds.entrySet().stream()
                .filter(entry -> entry.getKey().has(cell))
                .mapToLong(entry -> Math.max(0, entry.getValue()[1]))
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
