package cohortkit.claims.files;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows and columns of a data file a figure rests on. It holds the cohorts and no cells, so that keeping it costs a
 * verification nothing; cells are named when somebody asks.
 *
 * <pre>{@code
 * var study = StudyFolder.open(Path.of("../examples/studies/low-birth-weight"));
 * study.why("smoke-risk-ratio").trace().orElseThrow().rows()   // 189
 * }</pre>
 */
public final class Trace {

    private final Cohort all;
    private final Cohort used;
    private final Set<String> choosing;
    private final Set<String> measured;

    Trace(Cohort all, Cohort used, Set<String> choosing, Set<String> measured) {
        this.all = all;
        this.used = used;
        this.choosing = new LinkedHashSet<>(choosing);
        this.measured = new LinkedHashSet<>(measured);
    }

    /** The data file's name. */
    public String file() {
        return all.provenance().file();
    }

    /** How many rows were looked at, of those that the condition chose. */
    public int rows() {
        return used.size();
    }

    /** How many rows the file has. */
    public int rowsOfFile() {
        return all.size();
    }

    /** The variables that were read: those of the condition, then those of the computation. */
    public Set<String> variables() {
        Set<String> variables = new LinkedHashSet<>(choosing);
        variables.addAll(measured);
        return variables;
    }

    /** Every cell that the figure rests on, variable by variable. */
    public List<CellRef> cells() {
        List<CellRef> cells = new ArrayList<>();
        for (String variable : variables()) {
            Cohort cohort = choosing.contains(variable) ? all : used;
            for (int row = 0; row < cohort.size(); row++) {
                cohort.cell(row, variable).ifPresent(cells::add);
            }
        }
        return List.copyOf(cells);
    }

    /**
     * The variable in a cell, if the figure rests on the cell: a variable of the condition in any row, another in the
     * rows that the condition chose.
     *
     * @param cell of any file; an empty sheet stands for any
     */
    public Optional<String> variableIn(CellRef cell) {
        return variables().stream().filter(variable -> rests(variable, cell)).findFirst();
    }

    private boolean rests(String variable, CellRef cell) {
        Cohort cohort = choosing.contains(variable) ? all : used;
        if (cohort.size() == 0
                || cohort.cell(0, variable)
                        .filter(first -> sameColumn(first, cell))
                        .isEmpty()) {
            return false;
        }
        // Rows keep their order, so that a cell is found by halving.
        int low = 0;
        int high = cohort.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int row = cohort.cell(middle, variable).orElseThrow().row();
            if (row == cell.row()) {
                return true;
            }
            low = row < cell.row() ? middle + 1 : low;
            high = row < cell.row() ? high : middle - 1;
        }
        return false;
    }

    static boolean sameColumn(CellRef here, CellRef wanted) {
        return here.column() == wanted.column()
                && (wanted.sheet().isEmpty() || wanted.sheet().equals(here.sheet()))
                && (wanted.file().isEmpty() || wanted.file().equals(here.file()));
    }

    /** The cells of a variable as ranges, such as "low A2:A190". */
    List<String> ranges() {
        List<String> ranges = new ArrayList<>();
        for (String variable : variables()) {
            Cohort cohort = choosing.contains(variable) ? all : used;
            StringBuilder text = new StringBuilder(variable);
            CellRef first = null;
            CellRef last = null;
            for (int row = 0; row < cohort.size(); row++) {
                CellRef cell = cohort.cell(row, variable).orElse(null);
                if (cell == null) {
                    break;
                }
                if (last == null || cell.row() != last.row() + 1) {
                    append(text, first, last);
                    first = cell;
                }
                last = cell;
            }
            append(text, first, last);
            ranges.add(text.toString());
        }
        return ranges;
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
        return rows() + " of " + rowsOfFile() + " rows of " + file();
    }
}
