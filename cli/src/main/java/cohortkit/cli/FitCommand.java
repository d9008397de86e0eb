package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.Formula;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.report.Result;
import cohortkit.report.Result.Format;
import cohortkit.report.ResultTable;
import cohortkit.report.StatTables;
import cohortkit.stats.Tidy;
import cohortkit.stats.regression.Bootstrap;
import cohortkit.stats.regression.BootstrapInterval;
import cohortkit.stats.regression.CoefficientInterval;
import cohortkit.stats.regression.ExactMethod;
import cohortkit.stats.regression.ExactTerm;
import cohortkit.stats.regression.FirthFit;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.MissingPatterns;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.StratifiedFit;
import cohortkit.stats.regression.TermTest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
            names = "--missing",
            description = "Instead of a fit, which variables are missing together and what complete cases lose.")
    private boolean missing;

    @Mixin
    private LevelOption level;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        Cohort cohort = data.read(file);
        PrintWriter out = spec.commandLine().getOut();
        List<String> notes = new ArrayList<>(DataOptions.notes(cohort));
        if (family.measure() != Measure.RATE_RATIO && family.measure() != Measure.COEFFICIENT) {
            notes.add(
                    0,
                    DataOptions.counted(cohort, "event", Formula.parse(formula).outcome()));
        }
        requireAlone();
        String whole = strata == null ? formula : formula + " + factor(`" + strata + "`)";
        if (missing) {
            print(out, notes, model.missing(family, whole, cohort));
        } else if (tests != null) {
            Fit fit = model.fit(family, formula, cohort);
            notes.add(fit.completeCases().toString());
            print(out, notes, StatTables.terms(tests(fit)), fit);
        } else if (exact != null) {
            print(out, notes, model.exact(family, whole, cohort, exact));
        } else if (strata != null) {
            print(out, notes, model.stratified(family, formula, cohort, strata));
        } else if (interval == CiMethod.BOOTSTRAP) {
            print(out, notes, model.bootstrap(family, formula, cohort, level.level(), firth));
        } else if (firth) {
            print(out, notes, model.firth(family, formula, cohort));
        } else {
            print(out, notes, model.fit(family, formula, cohort));
        }
        out.flush();
        return 0;
    }

    private void print(PrintWriter out, List<String> notes, Fit wald) {
        Fit fit = chosen().map(wald::with).orElse(wald).withLevel(level.level());
        if (format.format() == Format.TEXT) {
            out.println(fit);
            notes.forEach(out::println);
        } else {
            notes.add(fit.completeCases().toString());
            notes.add(fit.model().model() + " regression, confidence level " + level.level());
            notes.addAll(fit.notes());
            out.print(
                    new Result(StatTables.tidy(rows(fit.tidy(), fit.aliased())), StatTables.glance(fit.glance()), notes)
                            .as(format.format()));
        }
    }

    private void requireAlone() {
        String other =
                tests != null ? "--tests" : firth ? "--firth" : interval == CiMethod.BOOTSTRAP ? "--ci bootstrap" : "";
        if (strata != null && !other.isEmpty()) {
            throw new InputException(
                    other + " does not go with --strata; put factor(" + strata + ") in the formula instead");
        }
    }

    private void print(PrintWriter out, List<String> notes, StratifiedFit wald) {
        StratifiedFit fit = chosen().map(wald::with).orElse(wald).withLevel(level.level());
        if (format.format() == Format.TEXT) {
            out.println(fit);
            notes.forEach(out::println);
        } else {
            notes.add(fit.completeCases().toString());
            notes.add(fit.whole().model().model() + " regression, confidence level " + level.level());
            notes.addAll(fit.notes());
            ResultTable rows = StatTables.tidy(rows(fit.tidy(), fit.aliased()));
            out.print(new Result(rows, StatTables.glance(fit.glance()), notes).as(format.format()));
        }
    }

    private List<TermTest> tests(Fit fit) {
        return switch (tests) {
            case 2 -> TermTest.typeTwo(fit);
            case 3 -> TermTest.typeThree(fit);
            default -> throw new InputException("--tests " + tests + ": there are types 2 and 3");
        };
    }

    private void print(PrintWriter out, List<String> notes, ResultTable table, Fit fit) {
        out.print(new Result(table, StatTables.glance(fit.glance()), notes).as(format.format()));
    }

    private void print(PrintWriter out, List<String> notes, MissingPatterns patterns) {
        if (format.format() == Format.TEXT) {
            out.println(patterns);
            notes.forEach(out::println);
        } else {
            ResultTable glance = new ResultTable(
                    List.of("nobs", "complete"),
                    List.of(List.of(patterns.rows(), patterns.kept().rows())));
            out.print(new Result(StatTables.missing(patterns), glance, notes).as(format.format()));
        }
    }

    private void print(PrintWriter out, List<String> notes, FirthFit profile) {
        FirthFit fit = chosen().map(profile::with).orElse(profile).withLevel(level.level());
        if (format.format() == Format.TEXT) {
            out.println(fit);
            notes.forEach(out::println);
        } else {
            notes.add(fit.completeCases().toString());
            notes.add("Firth's penalized likelihood, confidence level " + level.level());
            notes.addAll(fit.notes());
            out.print(new Result(StatTables.tidy(fit.tidy()), StatTables.glance(fit.glance()), notes)
                    .as(format.format()));
        }
    }

    private void print(PrintWriter out, List<String> notes, ExactTerm term) {
        if (format.format() == Format.TEXT) {
            out.println(exact + ": " + term.oddsRatio(ExactMethod.CENTRAL, level.level()));
            out.println("median unbiased: " + term.medianUnbiased(ExactMethod.CENTRAL, level.level()));
            out.println(term.test(ExactMethod.CENTRAL));
            notes.forEach(out::println);
        } else {
            notes.add("exact conditional logistic regression, confidence level " + level.level());
            List<Tidy> rows = Arrays.stream(ExactMethod.values())
                    .map(method -> term.tidy(method, level.level()))
                    .toList();
            ResultTable glance = new ResultTable(List.of("nobs"), List.of(List.of(term.observations())));
            out.print(new Result(StatTables.tidy(rows), glance, notes).as(format.format()));
        }
    }

    private Optional<CoefficientInterval> chosen() {
        return Optional.ofNullable(interval).flatMap(CiMethod::interval);
    }

    private void print(PrintWriter out, List<String> notes, Bootstrap bootstrap) {
        Fit fit = bootstrap.fit();
        notes.add(fit.completeCases().toString());
        notes.add(fit.model().model() + " regression, coefficients on the scale of the link, confidence level "
                + level.level());
        notes.add(bootstrap.toString());
        notes.addAll(fit.notes());
        out.print(new Result(
                        StatTables.tidy(bootstrap.tidy(BootstrapInterval.BCA)), StatTables.glance(fit.glance()), notes)
                .as(format.format()));
    }

    /** The terms, and those without an estimate. */
    private static List<Tidy> rows(List<Tidy> estimated, List<String> aliased) {
        List<Tidy> rows = new ArrayList<>(estimated);
        double none = Double.NaN;
        aliased.forEach(term -> rows.add(new Tidy(term, none, none, none, none, none, none, "aliased")));
        return rows;
    }
}
