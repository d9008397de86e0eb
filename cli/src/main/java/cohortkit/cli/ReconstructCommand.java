package cohortkit.cli;

import cohortkit.examples.Reconstructions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the reconstructed workbooks anew. */
@Command(
        name = "reconstruct",
        mixinStandardHelpOptions = true,
        description = "Writes the workbooks that are reconstructed from published totals, the same on every run.")
final class ReconstructCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "For the sources: examples/src/main/resources.")
    private Path folder;

    @Override
    public Integer call() {
        Reconstructions.writeAll(folder).forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
