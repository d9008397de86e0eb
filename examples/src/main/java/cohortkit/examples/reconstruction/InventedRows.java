package cohortkit.examples.reconstruction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Builds the rows of a reconstruction variable by variable. Everything is drawn from one seeded generator, so the same
 * program gives the same rows on every machine.
 *
 * <pre>{@code
 * var rows = new InventedRows(3, 2005);
 * rows.set("rls", 0, 1, "yes");
 * rows.each("age", 0, 3, i -> rows.between(18, 90));
 * rows.shuffled("patient", "D").size()   // 3
 * }</pre>
 */
public final class InventedRows {

    private final Random random;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** As many empty rows as there were participants. */
    public InventedRows(int participants, long seed) {
        random = new Random(seed);
        for (int i = 0; i < participants; i++) {
            rows.add(new HashMap<>());
        }
    }

    /** Sets a variable from row {@code from} (0 is the first) for {@code count} rows. */
    public void set(String variable, int from, int count, Object value) {
        each(variable, from, count, i -> value);
    }

    /** Sets a variable row by row; the function is given 0 to count - 1. */
    public void each(String variable, int from, int count, IntFunction<Object> value) {
        for (int i = 0; i < count; i++) {
            rows.get(from + i).put(variable, value.apply(i));
        }
    }

    /** A whole number drawn evenly from {@code low} to {@code high}. */
    public double between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** A number drawn from a normal distribution, rounded to a step such as 0.01. */
    public double normal(double mean, double sd, double step) {
        long steps = Math.round((mean + sd * random.nextGaussian()) / step);
        return steps / (double) Math.round(1 / step);
    }

    /** A day drawn evenly from a year. */
    public LocalDate dayOf(int year) {
        return LocalDate.ofYearDay(year, 1 + random.nextInt(365));
    }

    /** One of the values, drawn evenly. */
    public String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }

    /** Replaces a variable in {@code count} rows drawn at random. */
    public void scatter(String variable, int count, Object value) {
        List<Map<String, Object>> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        shuffled.subList(0, count).forEach(row -> row.put(variable, value));
    }

    /** The rows in random order, numbered by an identifier such as D001. */
    public List<Map<String, Object>> shuffled(String identifier, String prefix) {
        List<Map<String, Object>> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        for (int i = 0; i < shuffled.size(); i++) {
            shuffled.get(i).put(identifier, String.format("%s%03d", prefix, i + 1));
        }
        return List.copyOf(shuffled);
    }
}
