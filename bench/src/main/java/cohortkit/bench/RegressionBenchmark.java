package cohortkit.bench;

import cohortkit.core.Cohort;
import cohortkit.stats.Tidy;
import cohortkit.stats.regression.CoefficientInterval;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Logistic;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tech.tablesaw.api.Table;

/** Our regressions alone, from a Tablesaw table to the table of coefficients, on the data of {@link RegressionTimes}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class RegressionBenchmark {

    /** A million rows of 20 numbers. */
    @State(Scope.Benchmark)
    public static class Dense {
        final Table table = RegressionTimes.table(RegressionData.dense(RegressionTimes.ROWS, RegressionTimes.COLUMNS));
        final String formula = RegressionTimes.formula(RegressionTimes.COLUMNS, "x%d");
        final Fit fit = Logistic.fit(formula, Cohort.of(table));
    }

    /** A million rows of ten categories. */
    @State(Scope.Benchmark)
    public static class Categories {
        final Table table = RegressionTimes.table(RegressionData.categories(RegressionTimes.ROWS));
        final String formula = RegressionTimes.formula(table.columnCount() - 1, "factor(x%d)");
    }

    /** 300 rows of five numbers. */
    @State(Scope.Benchmark)
    public static class Small {
        final Cohort cohort = Cohort.of(RegressionTimes.table(RegressionData.dense(300, 5)));
        final String formula = RegressionTimes.formula(5, "x%d");
    }

    @Benchmark
    public Fit dense(Dense data) {
        return Logistic.fit(data.formula, Cohort.of(data.table));
    }

    @Benchmark
    public List<Tidy> profiles(Dense data) {
        return data.fit.tidy(CoefficientInterval.PROFILE, 0.95);
    }

    @Benchmark
    public Fit categories(Categories data) {
        return Logistic.fit(data.formula, Cohort.of(data.table));
    }

    @Benchmark
    public Fit small(Small data) {
        return Logistic.fit(data.formula, data.cohort);
    }
}
