package cohortkit.stats.regression;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Distinct values in ascending order, and how many people have each. */
final class CountedValues {

    private final double[] values;
    private final double[] upTo;

    private CountedValues(double[] values, double[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    static CountedValues of(double[] values, double[] counts) {
        if (Arrays.stream(counts).allMatch(count -> count == 1)) {
            return ofSorted(Arrays.stream(values).map(x -> x + 0.0).sorted().toArray(), counts);
        }
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i] + 0.0));
        return ofSorted(
                Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> counts[i]).toArray());
    }

    private static CountedValues ofSorted(double[] values, double[] counts) {
        double[] distinct = new double[values.length];
        double[] upTo = new double[values.length];
        int size = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            total += counts[i];
            if (size == 0 || distinct[size - 1] != values[i]) {
                distinct[size++] = values[i];
            }
            upTo[size - 1] = total;
        }
        return new CountedValues(Arrays.copyOf(distinct, size), Arrays.copyOf(upTo, size));
    }

    /** How many values are distinct. */
    int size() {
        return values.length;
    }

    double value(int i) {
        return values[i];
    }

    double count(int i) {
        return i == 0 ? upTo[0] : upTo[i] - upTo[i - 1];
    }

    /** How many people there are. */
    double total() {
        return size() == 0 ? 0 : upTo[size() - 1];
    }

    double least() {
        return values[0];
    }

    double most() {
        return values[size() - 1];
    }

    /** The value of the person at a place from 1 in ascending order. */
    double ranked(double place) {
        int found = Arrays.binarySearch(upTo, place);
        return values[found >= 0 ? found : -found - 1];
    }

    /** The distinct values of these positions, with their people. */
    CountedValues between(int from, int to) {
        double before = from == 0 ? 0 : upTo[from - 1];
        return new CountedValues(
                Arrays.copyOfRange(values, from, to),
                Arrays.stream(upTo, from, to).map(count -> count - before).toArray());
    }

    /** R's quantiles of type 7: linear between the people at (n - 1) p. */
    double[] quantiles(double... shares) {
        return Arrays.stream(shares)
                .map(share -> {
                    double at = (total() - 1) * share;
                    double floor = Math.floor(at);
                    double low = ranked(floor + 1);
                    return low + (at - floor) * (ranked(Math.min(floor + 2, total())) - low);
                })
                .toArray();
    }

    /** Shares at equal distances. */
    static double[] steps(double from, double to, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> count == 1 ? from : from + i * (to - from) / (count - 1))
                .toArray();
    }
}
