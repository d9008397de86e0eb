package cohortkit.claims;

import cohortkit.core.CellRef;
import cohortkit.core.Provenance;
import cohortkit.core.Reads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows and columns of data files a figure rests on. It holds the places of rows and no cells, so that keeping it costs
 * a verification nothing; cells are named when somebody asks.
 *
 * <pre>{@code
 * Study.named("dialysis").why("c2-twice").trace().orElseThrow().rows()   // 333
 * }</pre>
 */
public final class Trace {

    private final List<Reads.Part> parts;

    private Trace(List<Reads.Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** What was read, file by file; empty if nothing was. */
    public static Optional<Trace> of(Reads reads) {
        return of(reads.parts());
    }

    /** The same of its parts: for each file its whole rows first, the rows that were counted last. */
    public static Optional<Trace> of(List<Reads.Part> parts) {
        List<Reads.Part> inFiles =
                parts.stream().filter(part -> !part.rows().file().isEmpty()).toList();
        return inFiles.isEmpty() ? Optional.empty() : Optional.of(new Trace(inFiles));
    }

    /** The data files' names, in the order in which they were read. */
    public List<String> files() {
        return parts.stream().map(part -> part.rows().file()).distinct().toList();
    }

    /** How many rows were looked at at last, over all files. */
    public int rows() {
        return files().stream().mapToInt(this::rows).sum();
    }

    private int rows(String file) {
        return of(file).reduce((first, second) -> second).map(Provenance::size).orElse(0);
    }

    /** How many rows the files have. */
    public int rowsOfFiles() {
        return files().stream().mapToInt(this::rowsOfFile).sum();
    }

    private int rowsOfFile(String file) {
        return of(file).mapToInt(Provenance::size).max().orElse(0);
    }

    private Stream<Provenance> of(String file) {
        return parts.stream().map(Reads.Part::rows).filter(rows -> rows.file().equals(file));
    }

    /** The variables of the files that were read: those of conditions first. */
    public Set<String> variables() {
        Set<String> variables = new LinkedHashSet<>();
        parts.forEach(
                part -> part.variables().stream().filter(part.rows()::holds).forEach(variables::add));
        return variables;
    }

    /** Every cell that the figure rests on, variable by variable. */
    public List<CellRef> cells() {
        Set<CellRef> cells = new LinkedHashSet<>();
        for (Reads.Part part : parts) {
            for (String variable : part.variables()) {
                for (int row = 0; row < part.rows().size(); row++) {
                    part.rows().cell(row, variable).ifPresent(cells::add);
                }
            }
        }
        return List.copyOf(cells);
    }

    /**
     * The variable in a cell, if the figure rests on the cell: a variable of a condition in any row, another in the
     * rows that the condition chose.
     *
     * @param cell of any file; an empty sheet stands for any
     */
    public Optional<String> variableIn(CellRef cell) {
        return parts.stream()
                .flatMap(part -> part.variables().stream().filter(variable -> rests(part.rows(), variable, cell)))
                .findFirst();
    }

    private static boolean rests(Provenance rows, String variable, CellRef cell) {
        if (rows.cell(0, variable).filter(first -> sameColumn(first, cell)).isEmpty()) {
            return false;
        }
        // Rows keep their order, so that a cell is found by halving.
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int row = rows.cell(middle, variable).orElseThrow().row();
            if (row == cell.row()) {
                return true;
            }
            low = row < cell.row() ? middle + 1 : low;
            high = row < cell.row() ? high : middle - 1;
        }
        return false;
    }

    /** Whether two cells stand in one column; an empty sheet or file of the wanted one stands for any. */
    public static boolean sameColumn(CellRef here, CellRef wanted) {
        return here.column() == wanted.column()
                && (wanted.sheet().isEmpty() || wanted.sheet().equals(here.sheet()))
                && (wanted.file().isEmpty() || wanted.file().equals(here.file()));
    }

    /** The cells of a variable as ranges, such as "low A2:A190"; a variable that is read twice has its widest rows. */
    List<String> ranges() {
        Map<String, String> ranges = new LinkedHashMap<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (Reads.Part part : parts) {
            for (String variable : part.variables()) {
                String key = part.rows().file() + " " + part.rows().sheet() + " " + variable;
                if (part.rows().holds(variable) && part.rows().size() > sizes.getOrDefault(key, 0)) {
                    sizes.put(key, part.rows().size());
                    ranges.put(key, range(part.rows(), variable));
                }
            }
        }
        return new ArrayList<>(ranges.values());
    }

    private String range(Provenance rows, String variable) {
        StringBuilder text = new StringBuilder(files().size() > 1 ? rows.file() + " " + variable : variable);
        CellRef first = null;
        CellRef last = null;
        for (int row = 0; row < rows.size(); row++) {
            CellRef cell = rows.cell(row, variable).orElseThrow();
            if (last == null || cell.row() != last.row() + 1) {
                append(text, first, last);
                first = cell;
            }
            last = cell;
        }
        append(text, first, last);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable CellRef first, @Nullable CellRef last) {
        if (first != null && last != null) {
            text.append(' ').append(first.address());
            text.append(first.equals(last) ? "" : ":" + last.address());
        }
    }

    /** Such as "189 of 189 rows of low-birth-weight.csv". */
    @Override
    public String toString() {
        return files().stream()
                .map(file -> rows(file) + " of " + rowsOfFile(file) + " rows of " + file)
                .collect(Collectors.joining(", "));
    }
}
