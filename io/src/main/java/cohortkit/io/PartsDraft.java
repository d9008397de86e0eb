package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The codebook that the drafts of a file's parts make together. */
final class PartsDraft {

    private static final Set<VariableType> WORDS =
            EnumSet.of(VariableType.CATEGORY, VariableType.TEXT, VariableType.IDENTIFIER);

    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Set<String> filled = new HashSet<>();

    void add(Cohort part) {
        for (Variable found : part.codebook()) {
            String name = found.name();
            Variable known = variables.putIfAbsent(name, found);
            boolean isFilled = part.missing(name).values().stream()
                            .mapToLong(Integer::longValue)
                            .sum()
                    < part.size();
            if (isFilled) {
                Variable joined = known == null || filled.add(name) ? found : joined(known, found, part);
                filled.add(name);
                variables.put(name, withCodes(withCodes(joined, known), found));
            } else if (known != null) {
                variables.put(name, withCodes(known, found));
            }
        }
    }

    private static Variable withCodes(Variable variable, Variable other) {
        Variable all = variable;
        if (other != null) {
            for (Map.Entry<String, Missing> code : other.missingCodes().entrySet()) {
                all = all.withMissing(code.getKey(), code.getValue().reason());
            }
        }
        return all;
    }

    private static Variable joined(Variable known, Variable found, Cohort part) {
        VariableType type = known.type();
        boolean same = type == found.type() && known.unit().equals(found.unit());
        if (same && type != VariableType.CATEGORY) {
            return known;
        }
        if (same) {
            Set<String> levels = new TreeSet<>();
            known.levels().forEach(level -> levels.add(level.code()));
            found.levels().forEach(level -> levels.add(level.code()));
            return levels.size() > ColumnEvidence.MOST_LEVELS
                    ? text(known)
                    : withCodes(
                            Variable.category(
                                    known.name(),
                                    known.label(),
                                    levels.stream().map(Level::of).toArray(Level[]::new)),
                            known);
        }
        if (!known.note().isEmpty() || (WORDS.contains(type) && WORDS.contains(found.type()))) {
            return text(known);
        }
        if (type == VariableType.DATE && found.type() == VariableType.DATETIME) {
            return found;
        }
        if (type == VariableType.DATETIME && found.type() == VariableType.DATE) {
            return known;
        }
        return text(known).withMoreNote(clash(known, found, part));
    }

    private static Variable text(Variable known) {
        return withCodes(Variable.text(known.name(), known.label()).withNote(known.note()), known);
    }

    /** Where the kind changes: at the first word among numbers, else at the part's first value. */
    private static String clash(Variable known, Variable found, Cohort part) {
        String name = known.name();
        List<Integer> rows = IntStream.range(0, part.size())
                .filter(row -> part.missing(row, name).isEmpty())
                .boxed()
                .toList();
        boolean words = known.type() == VariableType.NUMBER && WORDS.contains(found.type());
        String kinds = known.described() + " before and " + found.described() + " from ";
        return rows.stream()
                .filter(row -> words
                        && Numbers.parse(Spaces.clean(shown(part, row, found))).isEmpty())
                .findFirst()
                .map(row -> known.described() + " before, and '" + shown(part, row, found) + "' in "
                        + place(part, row, name))
                .orElseGet(() -> kinds + place(part, rows.get(0), name) + " on");
    }

    private static String place(Cohort part, int row, String name) {
        return part.cell(row, name).map(CellRef::toString).orElseThrow();
    }

    private static String shown(Cohort part, int row, Variable words) {
        return words.type() == VariableType.CATEGORY
                ? part.row(row).level(words.name())
                : part.row(row).text(words.name());
    }

    Codebook codebook() {
        return variables.values().stream().collect(Collectors.collectingAndThen(Collectors.toList(), Codebook::of));
    }
}
