package cohortkit.bench;

import cohortkit.core.Cohort;
import cohortkit.io.Workbook;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Our imports alone, typing, ledger and provenance included, of the files that {@link Generate} makes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
@State(Scope.Benchmark)
public class ImportBenchmark {

    @Param({"mixed-100000.xlsx", "mixed-100000.csv", "mixed-1000000.csv"})
    public String file = "";

    /** Where the files are. */
    @Param("")
    public String folder = "";

    @Benchmark
    public Cohort open() {
        return Workbook.open(Path.of(folder, file)).cohort();
    }
}
