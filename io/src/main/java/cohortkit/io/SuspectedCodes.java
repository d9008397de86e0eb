package cohortkit.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values that look like missing codes. Suspicion is told, never acted on: only the study knows. */
final class SuspectedCodes {

    private static final Set<Double> NINES = Set.of(9.0, 99.0, 999.0, 9999.0, 99999.0, 999999.0, 9999999.0);
    private static final Set<Double> OTHERS = Set.of(
            7.0, 8.0, 77.0, 88.0, 96.0, 97.0, 98.0, 777.0, 888.0, 996.0, 997.0, 998.0, 7777.0, 8888.0, 9996.0, 9997.0,
            9998.0);

    /** A code far away stands off by this share of the spread of the other values. */
    private static final double FAR = 0.25;

    private static final int OFTEN = 3;

    /** In lower case, each with the reason that it gives. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(".", "not recorded"),
            Map.entry("..", "not recorded"),
            Map.entry("-", "not recorded"),
            Map.entry("--", "not recorded"),
            Map.entry("\u2013", "not recorded"),
            Map.entry("?", "unknown"),
            Map.entry("??", "unknown"),
            Map.entry("na", ColumnEvidence.NOT_AVAILABLE),
            Map.entry("n.a.", ColumnEvidence.NOT_AVAILABLE),
            Map.entry("n/a", ColumnEvidence.NOT_AVAILABLE),
            Map.entry("#n/a", ColumnEvidence.NOT_AVAILABLE),
            Map.entry("not available", ColumnEvidence.NOT_AVAILABLE),
            Map.entry("nan", ColumnEvidence.NOT_AVAILABLE),
            Map.entry("null", ColumnEvidence.NOT_AVAILABLE),
            Map.entry("not applicable", "not applicable"),
            Map.entry("nd", "not done"),
            Map.entry("n.d.", "not done"),
            Map.entry("n/d", "not done"),
            Map.entry("not done", "not done"),
            Map.entry("not measured", "not measured"),
            Map.entry("not tested", "not tested"),
            Map.entry("refused", "refused"),
            Map.entry("declined", "refused"),
            Map.entry("unk", "unknown"),
            Map.entry("unknown", "unknown"),
            Map.entry("not known", "unknown"),
            Map.entry("dk", "does not know"),
            Map.entry("don't know", "does not know"),
            Map.entry("dont know", "does not know"),
            Map.entry("do not know", "does not know"),
            Map.entry("not recorded", "not recorded"),
            Map.entry("missing", "not recorded"),
            Map.entry("no answer", "no answer"),
            Map.entry("not answered", "no answer"),
            Map.entry("not asked", "not asked"));

    private SuspectedCodes() {}

    /** Whether the text is a word for "missing". */
    static boolean isWord(String text) {
        return WORDS.containsKey(Spaces.lower(text));
    }

    /** The reason that such a word gives. */
    static String reason(String word) {
        return WORDS.get(Spaces.lower(word));
    }

    /**
     * The numbers that stand apart as missing codes do, with the evidence, such as "999 (12 times; the next value is
     * 104)".
     *
     * @param counts the numbers of a column and how often each stands there
     */
    static Map<Double, String> among(SortedMap<Double, Integer> counts) {
        NavigableMap<Double, Integer> rest = new TreeMap<>(counts);
        List<Double> candidates = new ArrayList<>();
        for (double x : counts.keySet()) {
            if (NINES.contains(Math.abs(x)) || OTHERS.contains(Math.abs(x)) || x == -1) {
                candidates.add(x);
            }
        }
        rest.keySet().removeAll(candidates);
        if (rest.isEmpty()) {
            return Map.of();
        }
        Map<Double, String> suspected = new TreeMap<>();
        candidates.sort(Comparator.comparingDouble(Math::abs));
        for (double x : candidates) {
            int n = counts.get(x);
            if (standsApart(x, n, rest)) {
                double next = x < rest.firstKey() ? rest.firstKey() : rest.lastKey();
                String evidence = times(n) + "; the next value is " + Numbers.shown(next);
                suspected.put(x, Numbers.shown(x) + " (" + evidence + ")");
            } else {
                rest.put(x, n); // one of its like, and so the next may be
            }
        }
        return suspected;
    }

    static String times(int n) {
        return n == 1 ? "once" : n == 2 ? "twice" : n + " times";
    }

    private static boolean standsApart(double x, int n, NavigableMap<Double, Integer> rest) {
        double low = rest.firstKey();
        double high = rest.lastKey();
        double spread = high - low;
        if (x < 0) {
            return low >= 0;
        }
        if (x <= high || (low < 0 && x <= 9)) {
            return false;
        }
        double gap = x - high;
        if (!NINES.contains(x)) {
            return gap > Math.max(spread, 1);
        }
        return gap > Math.max(FAR * spread, 1)
                || (n >= OFTEN && x > 9 && n > 2 * rest.lastEntry().getValue());
    }
}
