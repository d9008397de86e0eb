package cohortkit.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command above all others; alone it prints its help. */
@Command(
        name = "cohort",
        mixinStandardHelpOptions = true,
        versionProvider = CohortCommand.Version.class,
        description = "Takes a cohort study from the spreadsheet cell to the printed figure, and proves the figure.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ReproduceCommand.class,
            VerifyCommand.class,
            ImportCommand.class,
            CodebookCommand.class,
            PrevalenceCommand.class,
            TableCommand.class,
            CompareCommand.class,
            Table1Command.class,
            PaperCommand.class,
            ReportCommand.class,
            PowerCommand.class,
            FitCommand.class,
            PredictCommand.class,
            DiagnoseCommand.class,
            EffectsCommand.class,
            RobustCommand.class,
            CheckCommand.class,
            ShellCommand.class,
            ReconstructCommand.class,
            GenerateCompletion.class,
        },
        footer = {"", "Exit codes: 0 fine, 1 a claim or check failed, 2 wrong use or bad input."})
final class CohortCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The version of the build. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CohortCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Cohortkit " + (version == null ? "from source" : version)};
        }
    }
}
