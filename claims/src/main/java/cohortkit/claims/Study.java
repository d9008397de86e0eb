package cohortkit.claims;

import static java.util.Objects.requireNonNull;

import cohortkit.core.CellRef;
import cohortkit.core.InputException;
import cohortkit.core.NearestNames;
import cohortkit.core.Reads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A published study: its figures, and a computation for each.
 *
 * <pre>{@code
 * Study.named("dialysis").title()                 // "Restless legs and insomnia on dialysis, 2005"
 * Study.named("dialysis").verify().asDeclared()   // true
 * Study.named("dialysis").impact(CellRef.parse("", "", "G5")).size()   // 6
 * }</pre>
 */
public final class Study {

    private final String name;
    private final String title;
    private final List<Figure> figures;
    private final Map<String, Computation> computations;

    private Study(String name, String title, List<Figure> figures, Map<String, Computation> computations) {
        this.name = name;
        this.title = title;
        this.figures = figures;
        this.computations = computations;
    }

    /**
     * A study from its parts.
     *
     * @param name one word, such as "dialysis"
     * @param title such as "Mucsi et al. 2005"
     * @param figures in the order of print
     * @param computations by the name that a figure's {@code compute} uses
     * @throws InputException if an id stands twice, a figure names no computation, or a computation serves no figure
     */
    public static Study of(
            String name, String title, List<Figure> figures, Map<String, Supplier<Finding>> computations) {
        Map<String, Computation> untraced = new LinkedHashMap<>();
        computations.forEach((compute, finding) -> untraced.put(compute, reads -> finding.get()));
        return traced(name, title, figures, untraced);
    }

    /**
     * The same with computations that say what they read, so that {@link #why} leads to rows and cells, and {@link #impact}
     * back.
     *
     * @throws InputException as {@link #of}
     */
    public static Study traced(String name, String title, List<Figure> figures, Map<String, Computation> computations) {
        Set<String> ids = new HashSet<>();
        for (Figure figure : figures) {
            if (!ids.add(figure.id())) {
                throw new InputException(name + ": figure '" + figure.id() + "' stands there twice");
            }
        }
        Set<String> used = figures.stream().map(Figure::compute).collect(Collectors.toSet());
        String missing = names(used, computations.keySet());
        String unused = names(computations.keySet(), used);
        if (!missing.isEmpty() || !unused.isEmpty()) {
            throw new InputException(name + ": figures and computations do not match"
                    + (missing.isEmpty() ? "" : "; figures name " + missing + ", which no computation answers")
                    + (unused.isEmpty() ? "" : "; no figure uses the computations " + unused));
        }
        return new Study(name, title, List.copyOf(figures), new LinkedHashMap<>(computations));
    }

    private static String names(Set<String> wanted, Set<String> there) {
        return wanted.stream().filter(n -> !there.contains(n)).sorted().collect(Collectors.joining(", "));
    }

    /**
     * The study of that name among {@link #all()}.
     *
     * @throws InputException if there is none; the message lists those there are
     */
    public static Study named(String name) {
        List<Study> all = all();
        return all.stream()
                .filter(study -> study.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("no study '" + name + "'; there are "
                        + (all.isEmpty()
                                ? "none"
                                : all.stream().map(Study::name).collect(Collectors.joining(", ")))));
    }

    /** Every study on the class path that has a {@link StudyProvider}, in the order of the providers. */
    public static List<Study> all() {
        List<Study> studies = new ArrayList<>();
        for (StudyProvider provider : ServiceLoader.load(StudyProvider.class)) {
            studies.add(provider.study());
        }
        return List.copyOf(studies);
    }

    /** One word, such as "dialysis". */
    public String name() {
        return name;
    }

    /** Such as "Mucsi et al. 2005". */
    public String title() {
        return title;
    }

    /** In the order of print. */
    public List<Figure> figures() {
        return figures;
    }

    /**
     * Computes each figure once and holds it against the print.
     *
     * @throws InputException from a computation, with study and figure in front
     */
    public Verification verify() {
        return new Verification(this, figures.stream().map(this::check).toList());
    }

    /**
     * Computes one figure and holds it against the print.
     *
     * @param id the figure's
     * @throws InputException if there is no such figure, or from its computation
     */
    public CheckedFigure check(String id) {
        return check(figure(id));
    }

    /**
     * What a verdict rests on; its figure is computed for it, and its reads are written down.
     *
     * @throws InputException if there is no such figure, or from its computation
     */
    public Why why(String id) {
        Reads reads = new Reads();
        CheckedFigure checked = checked(figure(id), reads);
        return new Why(checked, checked.figure().compute(), Trace.of(reads), List.of());
    }

    /**
     * The figures that rest on a cell, in the order of print; each computation is done for it once.
     *
     * @param cell an empty sheet or file stands for any
     */
    public List<Figure> impact(CellRef cell) {
        Map<String, Boolean> rests = new HashMap<>();
        List<Figure> touched = new ArrayList<>();
        for (Figure figure : figures) {
            boolean isTouched = rests.computeIfAbsent(
                    figure.compute(),
                    compute -> why(figure.id())
                            .trace()
                            .flatMap(trace -> trace.variableIn(cell))
                            .isPresent());
            if (isTouched) {
                touched.add(figure);
            }
        }
        return List.copyOf(touched);
    }

    private Figure figure(String id) {
        return figures.stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException(name + ": there is no figure '" + id + "'; "
                        + NearestNames.of(id, figures.stream().map(Figure::id).toList())));
    }

    CheckedFigure check(Figure figure) {
        return checked(figure, new Reads());
    }

    private CheckedFigure checked(Figure figure, Reads reads) {
        try {
            Finding finding =
                    requireNonNull(computations.get(figure.compute())).of(reads).about(figure);
            return new CheckedFigure(name, figure, finding, finding.verdict(figure));
        } catch (InputException e) {
            throw new InputException(name + ", figure '" + figure.id() + "': " + e.getMessage(), e);
        }
    }

    /** Such as "dialysis: Mucsi et al. 2005, 14 figures". */
    @Override
    public String toString() {
        return name + ": " + title + ", " + figures.size() + (figures.size() == 1 ? " figure" : " figures");
    }
}
