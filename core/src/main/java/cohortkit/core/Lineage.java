package cohortkit.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a cohort's values come from, and who wants to know which of them are read. */
final class Lineage {

    private final Provenance provenance;
    /** From which variables each derived one was made, in the end. */
    private final Map<String, Set<String>> sources;

    private final @Nullable Reads reads;

    private Lineage(Provenance provenance, Map<String, Set<String>> sources, @Nullable Reads reads) {
        this.provenance = provenance;
        this.sources = sources;
        this.reads = reads;
    }

    static Lineage of(Provenance provenance) {
        return new Lineage(provenance, Map.of(), null);
    }

    Provenance provenance() {
        return provenance;
    }

    Lineage readBy(Reads newReads) {
        newReads.rows(provenance);
        return new Lineage(provenance, sources, newReads);
    }

    /** A derived variable is read in those that it was made of. */
    void read(String variable) {
        if (reads != null) {
            reads.add(provenance, variable);
            sources.getOrDefault(variable, Set.of()).forEach(source -> reads.add(provenance, source));
        }
    }

    Lineage rows(int[] kept) {
        Provenance rows = provenance.rows(kept);
        if (reads != null) {
            reads.rows(rows);
        }
        return new Lineage(rows, sources, reads);
    }

    /** With a variable that was made of others, which are read by it. */
    Lineage derived(String variable, Reads asked) {
        Set<String> inputs = asked.parts().get(0).variables();
        inputs.forEach(this::read);
        Map<String, Set<String>> more = new HashMap<>(sources);
        more.put(variable, inputs);
        return new Lineage(provenance, Map.copyOf(more), reads);
    }
}
