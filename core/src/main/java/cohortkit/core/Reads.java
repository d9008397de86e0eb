package cohortkit.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a computation reads: which variables, of which rows. A cohort that is {@link Cohort#readBy read by} it writes here what
 * is asked of it, and so do the cohorts that are made of it; a condition reads of every row that it is asked of. Values are
 * the same, and no cell is named before somebody asks.
 *
 * <pre>{@code
 * var reads = new Reads();
 * TwoByTwo.of(patients.readBy(reads).where(p -> p.number("age") >= 65), "rls", "insomnia");
 * reads.parts().size()               // 2
 * reads.parts().get(0).variables()   // [age]
 * reads.parts().get(1).variables()   // [rls, insomnia]
 * }</pre>
 */
public final class Reads {

    /**
     * Rows, and what was read of them.
     *
     * @param rows where they stand
     * @param variables in the order of the file, then derived ones, which stand in no file
     */
    public record Part(Provenance rows, Set<String> variables) {
        public Part {
            variables = Collections.unmodifiableSet(new LinkedHashSet<>(variables));
        }
    }

    private final IdentityHashMap<Provenance, Set<String>> variables = new IdentityHashMap<>();
    private final List<Provenance> order = new ArrayList<>();

    /** Rows that are there to be read; of them nothing may be read but their number. */
    synchronized void rows(Provenance rows) {
        of(rows);
    }

    synchronized void add(Provenance rows, String variable) {
        of(rows).add(variable);
    }

    private Set<String> of(Provenance rows) {
        Set<String> found = variables.get(rows);
        if (found == null) {
            found = new LinkedHashSet<>();
            variables.put(rows, found);
            order.add(rows);
        }
        return found;
    }

    /** Everything so far, in the order in which rows were first read. */
    public synchronized List<Part> parts() {
        return order.stream()
                .map(rows -> new Part(rows, inOrder(rows, of(rows))))
                .toList();
    }

    /** Threads may read in any order. */
    private static Set<String> inOrder(Provenance rows, Set<String> read) {
        List<String> names = new ArrayList<>(read);
        names.sort(Comparator.comparingInt(rows::column).thenComparing(Comparator.naturalOrder()));
        return new LinkedHashSet<>(names);
    }

    /** Such as "2 variables of 333 rows, 1 variable of 62 rows". */
    @Override
    public synchronized String toString() {
        return order.isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        order.stream()
                                .map(rows ->
                                        Count.of(of(rows).size(), "variable") + " of " + Count.of(rows.size(), "row"))
                                .toList());
    }
}
