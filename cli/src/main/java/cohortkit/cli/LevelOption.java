package cohortkit.cli;

import cohortkit.core.Interval;
import picocli.CommandLine.Option;

/** The confidence level. */
final class LevelOption {

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "0.95",
            description = "Confidence level in (0, 1). Default: ${DEFAULT-VALUE}.")
    private double level;

    double level() {
        return Interval.requireLevel(level);
    }
}
