package cohortkit.report;

import cohortkit.core.Cohort;
import cohortkit.core.Count;
import cohortkit.core.Flow;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import cohortkit.report.picture.FlowDiagram;
import cohortkit.report.picture.MissingnessMap;
import cohortkit.report.picture.PrevalenceBars;
import cohortkit.stats.Prevalence;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.table.RiskRatioInterval;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** A report's page. What cannot be computed says why in its place; the rest stands. */
final class StudyPage {

    private final StudyReport report;
    private final Cohort cohort;
    private final StudyModel model;
    private final String exposure;
    private final String outcome;
    private final JournalStyle style;

    /** A section whose body is made when it is asked for. */
    private record Part(String id, String heading, Supplier<String> body) {}

    StudyPage(StudyReport report) {
        this.report = report;
        this.cohort = report.cohort();
        this.model = new StudyModel(report);
        this.style = report.journal().style();
        this.exposure = Table1Rows.label(cohort.variable(report.exposure()));
        this.outcome = Table1Rows.label(cohort.variable(report.outcome()));
    }

    String html() {
        String title = Words.clean(exposure + " and " + outcome);
        List<Part> parts = List.of(
                new Part("import", "What was imported", () -> LedgerFragment.of(cohort.ledger())),
                new Part("participants", "Participants", this::participants),
                new Part("characteristics", "Characteristics", this::characteristics),
                new Part("prevalence", "Prevalence of the outcome", this::prevalences),
                new Part("association", "Association", this::association),
                new Part("models", "Crude and adjusted models", () -> StudyModelSection.of(model, style)),
                new Part("missing", "Missing values", this::missing),
                new Part("methods", "Methods", () -> Html.list(new StudyMethods(report, model).sentences())),
                new Part("provenance", "Where the numbers come from", () -> new StudyProvenance(report, model).html()));
        StringBuilder page = new StringBuilder(Html.start(title, HtmlRenderer.STYLE));
        page.append("<h1>").append(Html.words(title)).append("</h1>\n");
        page.append(Html.list(lead()));
        page.append("<nav aria-label=\"Sections\">\n<ul>\n");
        parts.forEach(part -> page.append("<li><a href=\"#")
                .append(part.id())
                .append("\">")
                .append(Html.words(part.heading()))
                .append("</a></li>\n"));
        page.append("</ul>\n</nav>\n<main>\n");
        parts.forEach(part -> page.append(Html.section(part.id(), part.heading(), tried(part.body()))));
        return page.append("</main>\n").append(Html.END).toString();
    }

    /** What a section says, or why it says nothing. */
    static String tried(Supplier<String> body) {
        try {
            return body.get();
        } catch (InputException e) {
            return Html.notice(Words.sentence(String.valueOf(e.getMessage())));
        }
    }

    private static Optional<String> found(Supplier<String> sentence) {
        try {
            return Optional.of(sentence.get());
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /** What a reader in a hurry should know. */
    private List<String> lead() {
        List<String> lead = new ArrayList<>();
        String files = report.files().stream()
                .map(DataFile::name)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        if ((files + cohort.provenance().sheet()).toLowerCase(Locale.ROOT).contains("reconstructed")) {
            lead.add("These rows are reconstructed from published totals: they are no real people.");
        }
        lead.add(Count.of(cohort.size(), "participant") + (files.isEmpty() ? "." : ", from " + files + "."));
        found(() -> "Prevalence of " + outcome + ": "
                        + Prevalence.of(cohort, report.outcome(), ProportionInterval.WILSON, report.level()) + ".")
                .ifPresent(lead::add);
        if (isBinary()) {
            found(() -> "Crude risk ratio of " + exposure + ": "
                            + TwoByTwo.of(cohort, report.exposure(), report.outcome())
                                    .riskRatio(RiskRatioInterval.KATZ_LOG, report.level())
                            + ".")
                    .ifPresent(lead::add);
        }
        lead.addAll(StudyModelSection.lead(model, exposure));
        return lead;
    }

    private String participants() {
        Flow flow = model.complete().flow();
        if (flow.steps().isEmpty()) {
            return Html.paragraph("All " + flow.start() + " participants are in every table and model.");
        }
        return Html.paragraph("People with a missing value of the model's variables stay in the tables of those who are"
                        + " known, and leave before the models.")
                + Html.figure(FlowDiagram.of(flow))
                + Html.details("The same as a table", PaperTables.flow(flow).toHtml(style));
    }

    private String characteristics() {
        ExposureGroups groups = ExposureGroups.of(cohort, report.exposure());
        List<String> described = new ArrayList<>();
        for (Variable variable : cohort.codebook()) {
            boolean either = variable.type() == VariableType.NUMBER || variable.type() == VariableType.CATEGORY;
            boolean asked =
                    variable.name().equals(report.exposure()) || variable.name().equals(report.outcome());
            if (either && !asked) {
                described.add(variable.name());
            }
        }
        if (described.isEmpty()) {
            return Html.notice("There are no other numbers and categories to describe.");
        }
        return remark(groups)
                + Table1.of(groups.cohort(), groups.name(), described).table().toHtml(style);
    }

    private String prevalences() {
        ExposureGroups groups = ExposureGroups.of(cohort, report.exposure());
        StringBuilder html = new StringBuilder(remark(groups));
        html.append(prevalences(groups.cohort(), groups.name()));
        report.groups().forEach(group -> html.append(tried(() -> prevalences(cohort, group))));
        return html.toString();
    }

    private String prevalences(Cohort people, String group) {
        List<Prevalence> bars =
                Prevalence.by(people, report.outcome(), group, ProportionInterval.WILSON, report.level()).stream()
                        .map(each -> new Prevalence(
                                Words.clean(outcome),
                                Words.clean(each.group().substring(group.length() + 3)),
                                each.proportion(),
                                each.missing(),
                                each.estimate()))
                        .toList();
        return PaperTables.prevalences(
                                people, List.of(report.outcome()), group, ProportionInterval.WILSON, report.level())
                        .toHtml(style)
                + Html.figure(PrevalenceBars.of(bars));
    }

    private String association() {
        if (isBinary()) {
            TwoByTwo table = TwoByTwo.of(cohort, report.exposure(), report.outcome());
            return PaperTables.twoByTwo(table, report.level()).toHtml(style);
        }
        ExposureGroups groups = ExposureGroups.of(cohort, report.exposure());
        return remark(groups)
                + new LevelMeasures(groups.cohort(), groups.name(), report.outcome(), report.level())
                        .table()
                        .toHtml(style);
    }

    private String missing() {
        boolean none = cohort.codebook().names().stream()
                .allMatch(name -> cohort.missing(name).isEmpty());
        return none ? Html.paragraph("No value is missing.") : Html.figure(MissingnessMap.of(cohort));
    }

    private boolean isBinary() {
        return StudyMethods.isBinary(cohort, report.exposure());
    }

    private static String remark(ExposureGroups groups) {
        return groups.remark().isEmpty() ? "" : Html.paragraph(groups.remark());
    }
}
