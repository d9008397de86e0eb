package cohortkit.cli;

import cohortkit.claims.Figure;
import cohortkit.claims.Study;
import cohortkit.core.CellRef;
import cohortkit.core.InputException;
import cohortkit.core.NearestNames;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** From a figure to its cells, and from a cell to its figures. */
final class ProvenanceOptions {

    @Option(
            names = "--why",
            paramLabel = "ID",
            description = "Only say what this figure's verdict rests on: estimate, convention, rows, cells.")
    private String why;

    @Option(
            names = "--impact",
            paramLabel = "CELL",
            description = "Only list the figures that rest on a cell, such as Data!B7 or births.csv!B7.")
    private String impact;

    /** The figure that is asked about; null: none. */
    String why() {
        return why;
    }

    /** The cell that is asked about; null: none. */
    String impact() {
        return impact;
    }

    /** The file or sheet of the cell; empty: any. */
    String place() {
        return impact.substring(0, Math.max(impact.lastIndexOf('!'), 0));
    }

    /** The first of the studies that has a figure; an error if none has. */
    static <S> S holding(String id, List<S> all, Function<S, Study> study) {
        List<String> ids = all.stream()
                .flatMap(one -> study.apply(one).figures().stream())
                .map(Figure::id)
                .toList();
        return all.stream()
                .filter(one -> study.apply(one).figures().stream()
                        .anyMatch(figure -> figure.id().equals(id)))
                .findFirst()
                .orElseThrow(() -> new InputException("no figure '" + id + "'; " + NearestNames.of(id, ids)));
    }

    /** Prints the figures that rest on the cell; what stands before the mark may be a file or a sheet. */
    <S> void printImpact(
            PrintWriter out, List<S> all, Function<S, Study> study, BiFunction<S, CellRef, List<Figure>> resting) {
        String address = impact.substring(impact.lastIndexOf('!') + 1);
        long figures = 0;
        for (S one : all) {
            Set<Figure> found = new LinkedHashSet<>(resting.apply(one, CellRef.parse(place(), "", address)));
            found.addAll(resting.apply(one, CellRef.parse("", place(), address)));
            found.forEach(figure -> out.println(study.apply(one).name() + " " + figure.id() + ": " + figure.quote()));
            figures += found.size();
        }
        out.println(figures + (figures == 1 ? " figure rests on " : " figures rest on ") + impact);
    }
}
