package cohortkit.claims.files;

import cohortkit.claims.EvidenceLevel;
import cohortkit.claims.FeasibleTables;
import cohortkit.claims.Finding;
import cohortkit.claims.Trace;
import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.Condition;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.core.Reads;
import cohortkit.core.Variable;
import cohortkit.stats.Frequencies;
import cohortkit.stats.TestResult;
import cohortkit.stats.regression.Weights;
import cohortkit.stats.table.TwoByTwo;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One computation at work: its arguments, its rows, and what it reads of them. */
final class Call {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\w.]*|`[^`]+`", Pattern.UNICODE_CHARACTER_CLASS);

    private final Compute compute;
    private final StudyData data;
    private final Set<String> measured = new LinkedHashSet<>();
    private @Nullable DataSource source;
    private @Nullable Cohort chosen;
    private @Nullable Cohort cohort;

    Call(Compute compute, StudyData data) {
        this.compute = compute;
        this.data = data;
    }

    int size() {
        return compute.arguments().size();
    }

    /** An argument as it stands; an error that shows the form if it is not there. */
    String text(int i, String form) {
        if (i >= size()) {
            throw new InputException("'" + compute + "' has " + size() + " of its arguments; it is written " + form);
        }
        String text = compute.arguments().get(i);
        boolean quoted = text.length() > 1 && "'\"".indexOf(text.charAt(0)) >= 0 && text.endsWith(text.substring(0, 1));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    double number(int i, String form) {
        String text = text(i, form);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InputException("'" + text + "' in '" + compute + "' is not a number; it is written " + form, e);
        }
    }

    Options options(int from) {
        return new Options(compute.arguments().subList(Math.min(from, size()), size()));
    }

    /** An error if arguments are left. */
    void requireSize(int most, String form) {
        if (size() > most) {
            throw new InputException(
                    "'" + compute.arguments().get(most) + "' in '" + compute + "' is too much; it is written " + form);
        }
    }

    DataSource source() {
        DataSource found = source == null ? data.source(compute.source()) : source;
        source = found;
        return found;
    }

    /** The rows that the condition chose, with the variables that were derived for this computation. */
    Cohort cohort() {
        if (cohort == null) {
            Cohort all = source().cohort();
            Cohort rows = compute.where()
                    .map(where -> where.checkedAgainst(all.codebook()))
                    .map(where -> all.where(where.text(), row -> where.test(row).orElse(false)))
                    .orElse(all);
            chosen = rows;
            cohort = rows;
            source().frequency().ifPresent(measured::add);
        }
        return cohort;
    }

    /** A variable as it is. */
    String variable(int i, String form) {
        return reading(cohort().variable(plain(text(i, form))).name());
    }

    private static String plain(String name) {
        return name.length() > 1 && name.startsWith("`") && name.endsWith("`")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    String reading(String variable) {
        measured.add(variable);
        return variable;
    }

    /** A binary variable, or a new one for a condition such as {@code age >= 65}. */
    String event(int i, String form) {
        String text = text(i, form);
        if (cohort().codebook().find(plain(text)).isPresent()) {
            return reading(plain(text));
        }
        if (NAME.matcher(text).matches()) {
            cohort().variable(plain(text)); // says which there are
        }
        Condition condition = Condition.parse(text).checkedAgainst(cohort().codebook());
        if (condition.variables().isEmpty()) {
            throw new InputException("'" + text + "' names no variable");
        }
        measured.addAll(condition.variables());
        String name = condition.text();
        cohort = cohort().derive(
                        Variable.binary(name, name),
                        row -> condition
                                .test(row)
                                .map(Object.class::cast)
                                .orElseGet(() -> firstMissing(condition, row)));
        return name;
    }

    private static @Nullable Object firstMissing(Condition condition, cohortkit.core.Row row) {
        return condition.variables().stream()
                .flatMap(variable -> row.missing(variable).stream())
                .findFirst()
                .orElse(null);
    }

    /** How many people a row stands for. */
    long[] people() {
        Cohort rows = cohort();
        return source().frequency().map(n -> Frequencies.of(rows, n)).orElseGet(() -> Frequencies.ones(rows));
    }

    Weights weights() {
        return source().frequency().map(Weights::frequency).orElseGet(Weights::none);
    }

    /** An error for what is not computed from counts. */
    Cohort rowsOnly() {
        if (source().frequency().isPresent()) {
            throw new InputException("'" + compute.function() + "' needs a row a person; "
                    + source().file().getFileName() + " holds counts");
        }
        return cohort();
    }

    Optional<FeasibleTables> printedSet(int i) {
        return i < size() ? data.printedSet(compute.arguments().get(i)) : Optional.empty();
    }

    Optional<PrintedTable> printedTable(int i) {
        return i < size() ? data.printedTable(compute.arguments().get(i)) : Optional.empty();
    }

    Finding finding(TestResult test, boolean statistic) {
        Convention convention = Convention.of(test.method(), "");
        return finding(
                statistic
                        ? Estimate.withoutInterval(Measure.STATISTIC, test.statistic(), convention)
                        : Estimate.withoutInterval(Measure.P_VALUE, test.pValue(), convention));
    }

    /** The finding of an estimate, at the level of its data. */
    Finding finding(Estimate estimate) {
        EvidenceLevel level = source().level();
        Optional<Statement> statement = compute.statement();
        if (source().isReconstructed()) {
            if (statement.isPresent()) {
                throw new InputException("'" + compute + "' cannot be stated of reconstructed rows; they are invented");
            }
            return Finding.witness(estimate);
        }
        if (statement.isPresent()) {
            return Finding.statement(level, estimate, statement.get()::holds);
        }
        return level == EvidenceLevel.ROWS ? Finding.fromRows(estimate) : Finding.fromCounts(estimate);
    }

    /** The finding of an estimate in each feasible table. */
    Finding finding(FeasibleTables tables, Function<TwoByTwo, Estimate> estimate) {
        if (compute.source().isPresent() || compute.where().isPresent()) {
            throw new InputException("'" + compute + "': a set of printed numbers has no rows to choose from;"
                    + " leave out from and where");
        }
        return compute.statement()
                .map(statement -> Finding.statement(tables, table -> statement.holds(estimate.apply(table))))
                .orElseGet(() -> Finding.overTables(tables, estimate));
    }

    /** The finding of a calculation with printed numbers; words are not stated of it. */
    Finding calculated(Finding finding) {
        if (compute.statement().isPresent()
                || compute.source().isPresent()
                || compute.where().isPresent()) {
            throw new InputException("'" + compute + "' takes no statement, no from and no where");
        }
        return finding;
    }

    /** The printed numbers that the sets among the arguments hold. */
    List<CellRef> printedCells() {
        return compute.arguments().stream()
                .flatMap(name -> data.printedCells(name).stream())
                .toList();
    }

    /** What was read so far; empty for calculations without rows. */
    Optional<Trace> trace() {
        if (chosen == null) {
            return Optional.empty();
        }
        Set<String> choosing = compute.where().map(Condition::variables).orElseGet(Set::of);
        return Trace.of(List.of(
                new Reads.Part(source().cohort().provenance(), choosing),
                new Reads.Part(chosen.provenance(), measured)));
    }

    long sum(long[] people) {
        return Arrays.stream(people).reduce(0, Math::addExact);
    }

    /** As written. */
    @Override
    public String toString() {
        return compute.toString();
    }
}
