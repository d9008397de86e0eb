package cohortkit.stats.continuous;

/**
 * Twice the midranks of absolute deviations from a center, and the sum of those above it. Filled from the largest
 * deviation downwards, since the values around a center are sorted from both ends.
 */
final class SignedScores {

    private final int[] doubled;
    private final int zeroRanks;
    private int left;
    private long positive;

    private SignedScores(int n, int zeroRanks) {
        this.doubled = new int[n];
        this.left = n;
        this.zeroRanks = zeroRanks;
    }

    /** Of sorted values around a center; those equal to it have no score. */
    static SignedScores around(double[] x, double center, ZeroHandling handling) {
        int low = 0;
        int high = x.length - 1;
        int zeros = zeros(x, center);
        SignedScores scores = new SignedScores(x.length - zeros, handling == ZeroHandling.PRATT ? zeros : 0);
        while (scores.left > 0) {
            double farthest = Math.max(center - x[low], x[high] - center);
            int below = 0;
            int above = 0;
            while (low < x.length && center - x[low] == farthest) {
                low++;
                below++;
            }
            while (high >= 0 && x[high] - center == farthest) {
                high--;
                above++;
            }
            scores.add(below, above);
        }
        return scores;
    }

    /** Of sorted values around a center just above an edge, where no two lie symmetrically. */
    static SignedScores above(double[] x, double edge) {
        int low = 0;
        int high = x.length - 1;
        SignedScores scores = new SignedScores(x.length, 0);
        while (low <= high) {
            // Of two values around the center, their mean tells which is the farther one.
            boolean upper = OrderedPairs.mean(x[low], x[high]) > edge;
            double farthest = upper ? x[high] : x[low];
            int size = 0;
            while (low <= high && (upper ? x[high] : x[low]) == farthest) {
                size++;
                low += upper ? 0 : 1;
                high -= upper ? 1 : 0;
            }
            scores.add(upper ? 0 : size, upper ? size : 0);
        }
        return scores;
    }

    static int zeros(double[] x, double center) {
        int zeros = 0;
        for (double value : x) {
            zeros += value - center == 0 ? 1 : 0;
        }
        return zeros;
    }

    private void add(int below, int above) {
        int size = below + above;
        int score = 2 * (left + zeroRanks) - size + 1;
        for (int k = 0; k < size; k++) {
            doubled[--left] = score;
        }
        positive += (long) above * score;
    }

    /** Twice the sum of the ranks above the center. */
    long positive() {
        return positive;
    }

    /** Twice the sum of all ranks. */
    double total() {
        double sum = 0;
        for (int score : doubled) {
            sum += score;
        }
        return sum;
    }

    /** Four times the sum of squared ranks. */
    double squares() {
        double sum = 0;
        for (int score : doubled) {
            sum += (double) score * score;
        }
        return sum;
    }

    double exactPValue() {
        return ScoreSums.picked(doubled).twoSided(positive);
    }

    double atLeast() {
        return ScoreSums.picked(doubled).atLeast(positive);
    }

    double atMost() {
        return ScoreSums.picked(doubled).atMost(positive);
    }
}
