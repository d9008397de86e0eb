package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.Ledger.Action;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Drafts a codebook of what an import without one makes of the data, and tries it on them. */
final class Drafting {

    private final Cohort plain;
    private final Function<Codebook, Cohort> importer;
    private final Map<String, Missing> given;
    private final Map<String, String> labels;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param plain the cohort without a codebook
     * @param importer the same data under a codebook
     * @param given missing codes that hold for every variable
     * @param labels from a row above the names
     */
    Drafting(
            Cohort plain, Function<Codebook, Cohort> importer, Map<String, Missing> given, Map<String, String> labels) {
        this.plain = plain;
        this.importer = importer;
        this.given = given;
        this.labels = labels;
    }

    CodebookDraft draft() {
        Set<String> unnamed = unnamed();
        List<Variable> variables = new ArrayList<>();
        Map<String, Variable> evident = new HashMap<>();
        for (Variable variable : plain.codebook()) {
            if (!unnamed.contains(variable.name())) {
                evident.put(variable.name(), variable);
                Variable typed = new DraftTyping(variable, new ColumnProfile(plain, variable), given).variable();
                variables.add(typed.withLabel(labels.getOrDefault(variable.name(), typed.label())));
            }
        }
        if (variables.isEmpty()) {
            throw new InputException("no column has a name of its own; there is nothing to draft");
        }
        Codebook codebook = Codebook.of(variables).withMissing(given);
        Cohort cohort = importer.apply(codebook);
        for (String refused : refused(cohort)) {
            Variable fallback = evident.get(refused);
            codebook = codebook.with(Codebook.of(fallback)
                    .withMissing(given)
                    .variable(refused)
                    .withLabel(codebook.variable(refused).label()));
        }
        return new CodebookDraft(noted(codebook, importer.apply(codebook)), notes);
    }

    /** Columns that a codebook cannot find by their names. */
    private Set<String> unnamed() {
        Set<String> unnamed = new HashSet<>();
        for (Ledger.Entry entry : plain.ledger().entries()) {
            boolean twice = entry.rule().contains(EvidenceHeader.TWICE);
            if (twice || (entry.rule().startsWith("header: ") && Spaces.isBlank(entry.raw()))) {
                unnamed.add(entry.result());
                if (twice) {
                    unnamed.add(Spaces.clean(entry.raw()));
                }
            }
        }
        for (Variable variable : plain.codebook()) {
            if (unnamed.contains(variable.name())) {
                String column = plain.cell(0, variable.name())
                        .map(cell -> CellRef.columnName(cell.column()))
                        .orElse("");
                notes.add("left out: column " + column + ", '" + variable.name()
                        + "', has no name of its own; name it in the file");
            }
        }
        return unnamed;
    }

    private Set<String> refused(Cohort cohort) {
        Map<Integer, String> byColumn = new HashMap<>();
        for (String name : cohort.codebook().names()) {
            Optional<CellRef> cell = cohort.cell(0, name);
            cell.ifPresent(ref -> byColumn.put(ref.column(), name));
        }
        Set<String> refused = new HashSet<>();
        for (Ledger.Entry entry : cohort.ledger().only(Action.REFUSED).entries()) {
            String name = byColumn.get(entry.cell().column());
            if (name != null) {
                refused.add(name);
            }
        }
        return refused;
    }

    private static Codebook noted(Codebook codebook, Cohort cohort) {
        Codebook noted = codebook;
        for (Variable variable : codebook) {
            String evidence = new DraftNotes(
                            variable, new ColumnProfile(cohort, variable), cohort.missing(variable.name()))
                    .note();
            noted = noted.with(evidence.isEmpty() ? variable : variable.withMoreNote(evidence));
        }
        return noted;
    }
}
