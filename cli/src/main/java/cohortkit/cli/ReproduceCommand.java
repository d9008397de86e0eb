package cohortkit.cli;

import cohortkit.claims.CheckedFigure;
import cohortkit.claims.Study;
import cohortkit.claims.Verification;
import cohortkit.report.Reproduction;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The main job: every figure of the article, from the workbooks to the verdicts. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = {
            "Imports the studies' workbooks, recomputes every published figure and prints a verdict for each.",
            "Writes index.html and figures.json. Exits with 1 when a verdict is not the one its study declares."
        })
final class ReproduceCommand implements Callable<Integer> {

    private static final int DIFFERS = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", arity = "0..*", description = "Only these studies. Default: all.")
    private List<String> names;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where to write. Default: target/reproduction.")
    private Path out;

    @Mixin
    private ProvenanceOptions provenance;

    @Override
    public Integer call() throws IOException {
        List<Study> studies =
                names == null ? Study.all() : names.stream().map(Study::named).toList();
        new Questions()
                .add("--why", provenance.why() != null)
                .add("--impact", provenance.impact() != null)
                .atMostOne();
        PrintWriter print = spec.commandLine().getOut();
        if (provenance.why() != null) {
            print.println(ProvenanceOptions.holding(provenance.why(), studies, Function.identity())
                    .why(provenance.why()));
            return 0;
        }
        if (provenance.impact() != null) {
            provenance.printImpact(print, studies, Function.identity(), Study::impact);
            return 0;
        }
        return reproduce(studies);
    }

    int reproduce(List<Study> studies) throws IOException {
        List<Verification> verified = studies.stream().map(Study::verify).toList();
        Reproduction reproduction = new Reproduction(verified);
        Path folder = out == null ? Path.of(System.getProperty("cohortkit.home", "."), "target", "reproduction") : out;
        reproduction.write(folder);
        var print = spec.commandLine().getOut();
        print.print(reproduction.toText());
        print.println("written: " + folder.resolve("index.html") + ", " + folder.resolve("figures.json"));
        List<CheckedFigure> surprises = reproduction.surprises();
        return surprises.isEmpty() ? 0 : DIFFERS;
    }
}
