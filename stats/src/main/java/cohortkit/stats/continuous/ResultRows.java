package cohortkit.stats.continuous;

import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.stats.TestResult;
import cohortkit.stats.table.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Comparisons and tests as rows; one that cannot be made has its reason in the place of the method. */
final class ResultRows {

    private final List<TableRow> rows = new ArrayList<>();

    void add(Measure measure, String method, Supplier<Comparison> comparison) {
        try {
            Comparison made = comparison.get();
            rows.add(new TableRow(
                    measure.label(),
                    made.estimate().convention().interval(),
                    made.estimate().value(),
                    made.estimate().interval().lower(),
                    made.estimate().interval().upper(),
                    made.test().statistic(),
                    made.test().pValue()));
        } catch (InputException reason) {
            rows.add(undefined(measure.label(), method, reason));
        }
    }

    void add(String what, String method, Supplier<TestResult> test) {
        try {
            TestResult made = test.get();
            rows.add(TableRow.of(what, made));
        } catch (InputException reason) {
            rows.add(undefined(what, method, reason));
        }
    }

    private static TableRow undefined(String what, String method, InputException reason) {
        return new TableRow(
                what,
                method + " (undefined: " + reason.getMessage() + ")",
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    List<TableRow> rows() {
        return List.copyOf(rows);
    }
}
