package cohortkit.cli;

import cohortkit.claims.robustness.AssociationGrid;
import cohortkit.claims.robustness.Claim;
import cohortkit.claims.robustness.Robustness;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A claim under every defensible choice. */
@Command(
        name = "robust",
        mixinStandardHelpOptions = true,
        description = {
            "Asks in how many defensible ways of analysis a claim holds: each interval or",
            "test, reference level, rule for missing outcomes, exclusion, and adjustment.",
            "CSV and JSON hold a row a way."
        })
final class RobustCommand implements Callable<Integer> {

    /** What an association is measured by. */
    enum AssociationMeasure {
        RISK_RATIO(Measure.RISK_RATIO),
        ODDS_RATIO(Measure.ODDS_RATIO),
        RISK_DIFFERENCE(Measure.RISK_DIFFERENCE);

        private final Measure measure;

        AssociationMeasure(Measure measure) {
            this.measure = measure;
        }

        /** The name as it is typed. */
        @Override
        public String toString() {
            return measure.label().replace(' ', '-');
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "xlsx, xls or CSV.")
    private Path file;

    @Option(
            names = "--exposure",
            paramLabel = "VAR",
            required = true,
            description = {
                "Binary, or VAR=LEVEL of a category: each other level is then",
                "a reference, and all others together."
            })
    private String exposure;

    @Option(names = "--outcome", paramLabel = "VAR", required = true, description = "Binary.")
    private String outcome;

    @Option(
            names = "--claim",
            paramLabel = "CLAIM",
            defaultValue = ">1",
            description = {
                "Such as \">1\": the whole interval is above 1; \"<1\", \">0\" of",
                "a difference, \"includes 1\", \"p<0.05\". Default: ${DEFAULT-VALUE}."
            })
    private String claim;

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            split = ",",
            description = {
                "${COMPLETION-CANDIDATES}; several with commas. Default: both",
                "ratios, or the difference for a claim about 0."
            })
    private List<AssociationMeasure> measures = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "COND",
            description = "Also without people such as \"age < 18\"; may be repeated.")
    private List<String> exclusions = List.of();

    @Option(
            names = "--adjust",
            paramLabel = "VAR",
            split = ",",
            description = "From models adjusted for all, some and none of these.")
    private List<String> adjusters = List.of();

    @Option(names = "--at-least", paramLabel = "N", description = "Exit with 1 if the claim holds in fewer ways.")
    private Long least;

    @Mixin
    private DataOptions data;

    @Mixin
    private LevelOption level;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        Claim wanted = Claim.parse(claim);
        if (wanted.isOfPValue() && !measures.isEmpty()) {
            throw new InputException("a claim of a p-value is of tests: leave out --measure");
        }
        Cohort cohort = data.read(file);
        AssociationGrid grid = AssociationGrid.of(cohort, exposure, outcome)
                .withMeasures(measures.stream().map(measure -> measure.measure).toArray(Measure[]::new))
                .adjustedFor(adjusters.toArray(String[]::new))
                .withLevel(level.level());
        for (String condition : exclusions) {
            grid = grid.excluding(condition);
        }
        Robustness robustness = grid.claim(wanted);
        List<String> notes = new ArrayList<>();
        notes.add(DataOptions.counted(cohort, "event", outcome));
        notes.add(RobustnessAnswer.NO_PROBABILITY);
        notes.addAll(DataOptions.notes(cohort));
        new RobustnessAnswer(wanted, robustness, notes).print(spec.commandLine().getOut(), format.format());
        return least == null || robustness.holding() >= least ? 0 : Problems.FAILED_CHECK;
    }
}
