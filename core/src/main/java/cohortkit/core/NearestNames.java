package cohortkit.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What to say when a name is not known: the nearest names, else all of them.
 *
 * <pre>{@code
 * NearestNames.of("aeg", List.of("age", "sex"))   // "did you mean 'age'?"
 * }</pre>
 */
public final class NearestNames {

    private static final int MOST = 12;

    private NearestNames() {}

    public static String of(String wanted, Collection<String> known) {
        if (known.isEmpty()) {
            return "there are none";
        }
        // Fewer slips than letters, or every short name would be near.
        int bound = Math.min(wanted.length() - 1, Math.max(1, wanted.length() / 3));
        List<String> near = known.stream()
                .filter(name -> distance(wanted, name) <= bound)
                .sorted(Comparator.comparingInt(name -> distance(wanted, name)))
                .limit(3)
                .toList();
        if (!near.isEmpty()) {
            return "did you mean " + near.stream().map(n -> "'" + n + "'").collect(Collectors.joining(" or ")) + "?";
        }
        String all = known.stream().limit(MOST).collect(Collectors.joining(", "));
        return "there are " + all + (known.size() > MOST ? " and " + (known.size() - MOST) + " more" : "");
    }

    /** Optimal string alignment distance, case ignored: a swap of neighbours is one slip. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + substitution);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
