package cohortkit.stats.regression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A model matrix that is never built: named columns, those among them that are independent, and their blocks. */
final class Design {

    private final List<DesignColumn> columns;
    private final Set<DesignColumn> constants;
    private final int rows;
    private final Optional<RowPatterns> patterns;
    private final List<DesignColumn> patternColumns;
    private final Basis basis;

    private Design(List<DesignColumn> columns, Set<DesignColumn> constants, int rows) {
        this.columns = List.copyOf(columns);
        this.constants = constants;
        this.rows = rows;
        this.patterns = RowPatterns.of(this.columns, rows);
        this.patternColumns = patterns.map(found -> found.columns(this.columns)).orElse(this.columns);
        this.basis = Basis.of(
                patternColumns,
                IntStream.range(0, columns.size())
                        .filter(j -> constants.contains(columns.get(j)))
                        .mapToObj(patternColumns::get)
                        .collect(Collectors.toSet()),
                patterns.map(RowPatterns::size).orElse(rows));
    }

    /** Rows brought together by what this design says of them; empty if that does not pay. */
    Optional<RowPatterns> patterns() {
        return patterns;
    }

    static Design of(ColumnPlan plan, int rows) {
        return new Design(plan.columns(), plan.constants(), rows);
    }

    /** The intercept alone. */
    static Design constant(int rows) {
        DesignColumn intercept = DesignColumn.intercept();
        return new Design(List.of(intercept), Set.of(intercept), rows);
    }

    /** How many independent columns this and the other have together. */
    int jointRank(Design other) {
        List<DesignColumn> all = new ArrayList<>(columns);
        all.addAll(other.columns);
        return new Design(all, constants, rows).size();
    }

    /** How many columns are in use. */
    int size() {
        return basis.size();
    }

    Basis basis() {
        return basis;
    }

    /** Whether some columns add up to 1 in every row. */
    boolean hasConstant() {
        return !constants.isEmpty();
    }

    /** A column in use. */
    DesignColumn column(int j) {
        return columns.get(basis.kept()[j]);
    }

    /** Names of the columns in use, in the basis' order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < size(); j++) {
            names.add(column(j).name());
        }
        return names;
    }

    /** Positions of the columns in use, in the formula's order. */
    int[] formulaOrder() {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingInt(j -> basis.kept()[j]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The levels that a column is compared with, such as "race = 1"; empty where there is no such level. */
    String reference(int j) {
        List<String> names = names();
        return column(j).factors().stream()
                .filter(factor -> !names.contains(factor.name(0)))
                .map(Factor::reference)
                .collect(Collectors.joining(", "));
    }

    int columnCount() {
        return columns.size();
    }

    /** Names of the columns that are not in use. */
    List<String> aliased() {
        return unused().stream().map(DesignColumn::name).toList();
    }

    /** Why each of them is not. */
    List<String> aliasNotes() {
        return unused().stream()
                .map(column -> column.name() + " is aliased: "
                        + (column.isSame(rows)
                                ? "the same in every row"
                                : "a linear combination of the terms before it")
                        + "; left out")
                .toList();
    }

    private List<DesignColumn> unused() {
        List<DesignColumn> unused = new ArrayList<>(columns);
        IntStream.range(0, size()).forEach(j -> unused.remove(column(j)));
        return unused;
    }

    /** Fills working columns. */
    void fill(double[][] z, int from, int count) {
        fill(columns, z, from, count);
    }

    /** The same, a row a pattern. */
    void fillPatterns(double[][] z, int from, int count) {
        fill(patternColumns, z, from, count);
    }

    private void fill(List<DesignColumn> source, double[][] z, int from, int count) {
        for (int j = 0; j < z.length; j++) {
            source.get(basis.kept()[j]).fill(z[j], from, count);
        }
        basis.toWorking(z, count);
    }
}
