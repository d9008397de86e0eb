package cohortkit.report;

import cohortkit.claims.CheckedFigure;
import cohortkit.claims.EvidenceLevel;
import cohortkit.claims.Verdict;
import cohortkit.claims.Verification;
import cohortkit.core.Count;
import cohortkit.core.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report of all studies: every published figure beside what was recomputed and the verdict.
 *
 * <pre>{@code
 * var reproduction = new Reproduction(List.of(Study.named("dialysis").verify()));
 * reproduction.surprises()   // []
 * }</pre>
 *
 * @param studies the verified studies, in order
 */
public record Reproduction(List<Verification> studies) {

    private static final List<TextTable.Column> COLUMNS = List.of(
            new TextTable.Column("study", 11, TextTable.Side.LEFT),
            new TextTable.Column("figure as printed", 26, TextTable.Side.LEFT),
            new TextTable.Column("evidence", 12, TextTable.Side.LEFT),
            new TextTable.Column("recomputed", 30, TextTable.Side.LEFT),
            new TextTable.Column("verdict", 13, TextTable.Side.LEFT));

    public Reproduction {
        studies = List.copyOf(studies);
    }

    /** Every figure, study by study. */
    public List<CheckedFigure> figures() {
        return studies.stream().flatMap(study -> study.figures().stream()).toList();
    }

    /** The figures whose verdict is not the one that their study declares. */
    public List<CheckedFigure> surprises() {
        return figures().stream().filter(figure -> !figure.asDeclared()).toList();
    }

    /** An aligned table of at most 100 columns, the figures that differ from their declaration, a count by verdict. */
    public String toText() {
        List<List<String>> rows = new ArrayList<>();
        for (CheckedFigure checked : figures()) {
            rows.add(List.of(
                    checked.study(),
                    checked.figure().quote(),
                    checked.finding().level().label(),
                    recomputed(checked),
                    checked.verdict().kind()
                            + (checked.asDeclared()
                                    ? ""
                                    : " (declared: " + checked.figure().expected() + ")")));
        }
        StringBuilder text = new StringBuilder(TextTable.render(COLUMNS, rows)).append('\n');
        for (CheckedFigure checked : surprises()) {
            String line = checked.study() + " " + checked.figure().id() + " is declared "
                    + checked.figure().expected() + " and is "
                    + checked.verdict().kind() + ": "
                    + checked.verdict().reason();
            TextTable.wrap(line, 100).forEach(part -> text.append(part).append('\n'));
        }
        return text.append(counts()).append('\n').toString();
    }

    /** The value with its interval, and how it was made where the value does not say so itself. */
    static String recomputed(CheckedFigure checked) {
        if (checked.finding().level() == EvidenceLevel.NONE) {
            return "-";
        }
        String text = checked.finding().text();
        String convention = checked.finding().convention();
        int end = convention.indexOf(';');
        String estimator = end < 0 ? convention : convention.substring(0, end);
        return text.contains("CI") || estimator.isEmpty() ? text : text + " (" + estimator + ")";
    }

    /** Such as "61 figures: 14 REPRODUCED, 18 CONSISTENT, ...; 61 as declared". */
    public String counts() {
        List<CheckedFigure> figures = figures();
        String byVerdict = Stream.of(Verdict.Kind.values())
                .map(kind ->
                        figures.stream().filter(f -> f.verdict().kind() == kind).count() + " " + kind)
                .collect(Collectors.joining(", "));
        return Count.of(figures.size(), "figure") + ": " + byVerdict + "\n"
                + (figures.size() - surprises().size()) + " as declared, "
                + surprises().size() + " not";
    }

    /**
     * Writes {@code index.html} and {@code figures.json}, each whole or not at all.
     *
     * @throws IOException if the folder cannot be written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        OutputFile.write(folder.resolve("figures.json"), out -> out.write(toJson()));
        OutputFile.write(folder.resolve("index.html"), out -> out.write(toHtml()));
    }

    /** One object a figure, numbers in full. */
    public String toJson() {
        return FiguresJson.of(figures());
    }

    /** One page that needs nothing else. */
    public String toHtml() {
        return ReproductionPage.of(this);
    }

    /** JUnit XML: a suite a study, a case a figure, a failure where the verdict is not the declared one. */
    public String toJunit() {
        return JunitXml.of(studies);
    }
}
