package cohortkit.cli;

import cohortkit.report.Result.Format;
import picocli.CommandLine.Option;

/** How the answer is written. */
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (rounded), json or csv (full precision). Default: ${DEFAULT-VALUE}.")
    private Format format;

    Format format() {
        return format;
    }
}
