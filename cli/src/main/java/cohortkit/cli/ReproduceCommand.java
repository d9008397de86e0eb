package cohortkit.cli;

import cohortkit.claims.CheckedFigure;
import cohortkit.claims.Figure;
import cohortkit.claims.Study;
import cohortkit.claims.Verification;
import cohortkit.core.CellRef;
import cohortkit.core.InputException;
import cohortkit.core.NearestNames;
import cohortkit.report.Reproduction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--why",
            paramLabel = "ID",
            description = "Only say what this figure's verdict rests on: estimate, convention, rows, cells.")
    private String why;

    @Option(
            names = "--impact",
            paramLabel = "CELL",
            description = "Only list the figures that rest on a cell, such as births.csv!B7 or Data!B7.")
    private String impact;

    @Override
    public Integer call() throws IOException {
        List<Study> studies =
                names == null ? Study.all() : names.stream().map(Study::named).toList();
        if (why != null) {
            return explain(studies);
        }
        return impact == null ? reproduce(studies) : touched(studies);
    }

    private int explain(List<Study> studies) {
        for (Study study : studies) {
            if (study.figures().stream().anyMatch(figure -> figure.id().equals(why))) {
                spec.commandLine().getOut().println(study.why(why));
                return 0;
            }
        }
        throw new InputException("no figure '" + why + "'; "
                + NearestNames.of(
                        why,
                        studies.stream()
                                .flatMap(study -> study.figures().stream())
                                .map(Figure::id)
                                .toList()));
    }

    /** What stands before the mark may be a file or a sheet; what is neither in a study has no figure there. */
    private int touched(List<Study> studies) {
        int mark = impact.lastIndexOf('!');
        String place = impact.substring(0, Math.max(mark, 0));
        String address = impact.substring(mark + 1);
        long figures = 0;
        for (Study study : studies) {
            Set<Figure> found = new LinkedHashSet<>(study.impact(CellRef.parse(place, "", address)));
            found.addAll(study.impact(CellRef.parse("", place, address)));
            found.forEach(figure ->
                    spec.commandLine().getOut().println(study.name() + " " + figure.id() + ": " + figure.quote()));
            figures += found.size();
        }
        spec.commandLine()
                .getOut()
                .println(figures + (figures == 1 ? " figure rests on " : " figures rest on ") + impact);
        return 0;
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
