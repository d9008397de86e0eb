package cohortkit.cli;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Formula;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.stats.regression.CoefficientInterval;
import cohortkit.stats.regression.FirthFit;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.PartsFit;
import cohortkit.stats.regression.Regression;
import cohortkit.stats.regression.StratifiedFit;
import cohortkit.stats.regression.TermTest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A regression on a data file. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description =
                "Fits a regression. In json and csv, estimates and limits are coefficients, not their exponentials.")
final class FitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FORMULA",
            description = {
                "Such as \"insomnia ~ rls + age\" or \"low ~ factor(race, ref = 2)\".",
                "Numbers also as log(x), I(x^2), poly(x, 2), ns(x, df = 3), rcs(x, 4)."
            })
    private String formula;

    @Parameters(index = "1", paramLabel = "FILE", description = "xlsx, xls or CSV.")
    private Path file;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--family",
            paramLabel = "FAMILY",
            defaultValue = "logistic",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Model family;

    @Mixin
    private ModelOptions model;

    @Option(
            names = "--ci",
            paramLabel = "METHOD",
            description = {
                "wald, profile, or bootstrap (BCa, without p-values); p-values go with it.",
                "Default: wald, and profile with --firth."
            })
    private CiMethod interval;

    @Option(
            names = "--strata",
            paramLabel = "VAR",
            description = "An intercept for each value of VAR, such as a site; counted, not shown.")
    private String strata;

    @Option(
            names = "--firth",
            description = "Firth's penalized likelihood, which is finite whatever is separated; logistic models.")
    private boolean firth;

    @Option(
            names = "--exact",
            paramLabel = "TERM",
            description =
                    "Exact conditional odds ratio of this term instead of a fit, such as \"rls[yes]\"; small data.")
    private String exact;

    @Option(
            names = "--tests",
            paramLabel = "TYPE",
            description =
                    "Instead of the coefficients, a test of each term as a whole: 2 (likelihood ratio) or 3 (Wald).")
    private Integer tests;

    @Option(
            names = "--nested",
            paramLabel = "FORMULA",
            description = "Instead of the coefficients, a test of what the formula adds to this smaller one; may be"
                    + " repeated, the smallest first.")
    private List<String> nested = List.of();

    @Option(
            names = "--missing",
            description = "Instead of a fit, which variables are missing together and what complete cases lose.")
    private boolean missing;

    @Option(
            names = "--in-parts",
            description = "Read a CSV a part at a time, again for each step of the fit, for what is larger than memory;"
                    + " a logistic model without offset, with Wald limits.")
    private boolean inParts;

    @Mixin
    private LevelOption level;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        requireTogether();
        List<String> notes = new ArrayList<>();
        FitAnswer answer = inParts ? inParts(notes) : inMemory(notes);
        PrintWriter out = spec.commandLine().getOut();
        answer.print(out, format.format(), notes);
        out.flush();
        return 0;
    }

    private FitAnswer inMemory(List<String> notes) {
        Cohort cohort = data.read(file);
        addEvent(cohort.codebook(), notes);
        notes.addAll(DataOptions.notes(cohort));
        try (ProgressLine line = data.line("fit")) {
            line.count();
            return answer(cohort, line);
        }
    }

    private void addEvent(Codebook codebook, List<String> notes) {
        if (family.measure() != Measure.RATE_RATIO && family.measure() != Measure.COEFFICIENT) {
            notes.add(
                    DataOptions.counted(codebook.variable(Formula.parse(formula).outcome()), "event"));
        }
    }

    private FitAnswer inParts(List<String> notes) {
        Regression logistic = model.inParts(family, formula);
        try (ProgressLine line = data.line(String.valueOf(file.getFileName()))) {
            FileParts parts = data.parts(file, line);
            addEvent(parts.codebook(), notes);
            PartsFit fit = logistic.fit(parts).withLevel(level.level());
            notes.addAll(DataOptions.notes(parts.entries()));
            return FitAnswer.of(fit, level.level());
        }
    }

    private FitAnswer answer(Cohort cohort, ProgressLine line) {
        String whole = strata == null ? formula : formula + " + factor(`" + strata + "`)";
        if (missing) {
            return FitAnswer.of(model.missing(family, whole, cohort));
        }
        if (strata != null && exact == null) {
            return within(model.stratified(family, formula, cohort, strata), line);
        }
        if (tests != null) {
            Fit fit = model.fit(family, formula, cohort);
            return FitAnswer.of(type(TermTest::typeTwo, TermTest::typeThree, fit), fit);
        }
        if (!nested.isEmpty()) {
            List<String> formulas = new ArrayList<>(nested);
            formulas.add(formula);
            return FitAnswer.of(model.nested(family, formulas, cohort));
        }
        if (exact != null) {
            return FitAnswer.of(model.exact(family, whole, cohort, exact), exact, level.level());
        }
        if (interval == CiMethod.BOOTSTRAP) {
            return FitAnswer.of(model.bootstrap(family, formula, cohort, level.level(), line));
        }
        if (firth) {
            FirthFit fit = model.firth(family, formula, cohort);
            return FitAnswer.of(chosen().map(fit::with).orElse(fit).withLevel(level.level()), level.level());
        }
        Fit fit = model.fit(family, formula, cohort);
        return FitAnswer.of(chosen().map(fit::with).orElse(fit).withLevel(level.level()));
    }

    private FitAnswer within(StratifiedFit fit, ProgressLine line) {
        if (tests != null) {
            return FitAnswer.of(type(TermTest::typeTwo, TermTest::typeThree, fit), fit.whole());
        }
        if (interval == CiMethod.BOOTSTRAP) {
            return FitAnswer.of(model.bootstrap(fit.withLevel(level.level()), line));
        }
        if (firth) {
            FirthFit penalized = model.firth(fit);
            return FitAnswer.of(
                    chosen().map(penalized::with).orElse(penalized).withLevel(level.level()), level.level());
        }
        return FitAnswer.of(chosen().map(fit::with).orElse(fit).withLevel(level.level()));
    }

    /** Each of these is a question of its own. */
    private void requireTogether() {
        List<String> kinds = new Questions()
                .add("--tests", tests != null)
                .add("--nested", !nested.isEmpty())
                .add("--exact", exact != null)
                .add("--missing", missing)
                .add("--ci bootstrap", interval == CiMethod.BOOTSTRAP)
                .add("--firth", firth)
                .add("--in-parts", inParts)
                .atMostOne();
        if (strata != null && (inParts || !nested.isEmpty())) {
            throw new InputException(
                    kinds.get(0) + " does not go with --strata; put factor(" + strata + ") in the formula instead");
        }
        if (interval == CiMethod.PROFILE && !kinds.isEmpty() && !firth) {
            throw new InputException("--ci profile does not go with " + kinds.get(0) + ", which has "
                    + (inParts ? "Wald limits" : "no such limits"));
        }
    }

    private <F> List<TermTest> type(Function<F, List<TermTest>> two, Function<F, List<TermTest>> three, F fit) {
        return switch (tests) {
            case 2 -> two.apply(fit);
            case 3 -> three.apply(fit);
            default -> throw new InputException("--tests " + tests + ": there are types 2 and 3");
        };
    }

    private Optional<CoefficientInterval> chosen() {
        return Optional.ofNullable(interval).flatMap(CiMethod::interval);
    }
}
