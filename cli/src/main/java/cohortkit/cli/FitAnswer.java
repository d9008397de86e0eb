package cohortkit.cli;

import cohortkit.report.Result;
import cohortkit.report.Result.Format;
import cohortkit.report.ResultTable;
import cohortkit.report.StatTables;
import cohortkit.stats.Tidy;
import cohortkit.stats.regression.Bootstrap;
import cohortkit.stats.regression.BootstrapInterval;
import cohortkit.stats.regression.CompleteCases;
import cohortkit.stats.regression.ExactMethod;
import cohortkit.stats.regression.ExactTerm;
import cohortkit.stats.regression.FirthFit;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.MissingPatterns;
import cohortkit.stats.regression.NestedModels;
import cohortkit.stats.regression.PartsFit;
import cohortkit.stats.regression.StratifiedFit;
import cohortkit.stats.regression.TermTest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What {@code cohort fit} answers.
 *
 * @param text a page for people, without a line feed at its end; empty: the result's own
 * @param about what a program should know beside the notes of all answers, which the text says itself
 */
record FitAnswer(String text, ResultTable tidy, ResultTable glance, List<String> about) {

    static FitAnswer of(Fit fit) {
        return new FitAnswer(
                fit.toString(),
                terms(fit.tidy(), fit.aliased()),
                StatTables.glance(fit.glance()),
                about(fit.completeCases(), fit.model().model() + " regression", fit.level(), fit.notes()));
    }

    static FitAnswer of(StratifiedFit fit) {
        return new FitAnswer(
                fit.toString(),
                terms(fit.tidy(), fit.aliased()),
                StatTables.glance(fit.glance()),
                about(
                        fit.completeCases(),
                        fit.whole().model().model() + " regression",
                        fit.whole().level(),
                        fit.notes()));
    }

    static FitAnswer of(PartsFit fit, double level) {
        return new FitAnswer(
                fit.toString(),
                terms(fit.tidy(), fit.aliased()),
                StatTables.glance(fit.glance()),
                about(fit.completeCases(), "logistic regression, in parts", level, fit.notes()));
    }

    static FitAnswer of(FirthFit fit, double level) {
        return new FitAnswer(
                fit.toString(),
                terms(fit.tidy(), fit.aliased()),
                StatTables.glance(fit.glance()),
                about(fit.completeCases(), "Firth's penalized likelihood", level, fit.notes()));
    }

    static FitAnswer of(Bootstrap bootstrap) {
        Fit fit = bootstrap.fit();
        List<String> about =
                about(fit.completeCases(), fit.model().model() + " regression", fit.level(), bootstrap.notes());
        about.add(bootstrap.toString());
        return new FitAnswer(
                bootstrap.toText(BootstrapInterval.BCA),
                terms(bootstrap.tidy(BootstrapInterval.BCA), fit.aliased()),
                StatTables.glance(fit.glance()),
                about);
    }

    static FitAnswer of(ExactTerm exact, String term, double level) {
        List<Tidy> rows = Arrays.stream(ExactMethod.values())
                .map(method -> exact.tidy(method, level))
                .toList();
        String text = String.join(
                System.lineSeparator(),
                term + ": " + exact.oddsRatio(ExactMethod.CENTRAL, level),
                "median unbiased: " + exact.medianUnbiased(ExactMethod.CENTRAL, level),
                exact.test(ExactMethod.CENTRAL).toString(),
                "exact conditional logistic regression, n = " + exact.observations());
        return new FitAnswer(
                text,
                StatTables.tidy(rows),
                new ResultTable(List.of("nobs"), List.of(List.of(exact.observations()))),
                List.of("exact conditional logistic regression, confidence level " + level));
    }

    static FitAnswer of(MissingPatterns patterns) {
        return new FitAnswer(
                patterns.toString(),
                StatTables.missing(patterns),
                new ResultTable(
                        List.of("nobs", "complete"),
                        List.of(List.of(patterns.rows(), patterns.kept().rows()))),
                List.of());
    }

    static FitAnswer of(List<TermTest> tests, Fit fit) {
        String errors = fit.standardErrors().label();
        List<String> about = new ArrayList<>(List.of(
                fit.completeCases().toString(),
                fit.model().model() + " regression" + (errors.isEmpty() ? "" : ", standard errors: " + errors)));
        about.addAll(fit.notes());
        return new FitAnswer("", StatTables.terms(tests), StatTables.glance(fit.glance()), about);
    }

    static FitAnswer of(NestedModels models) {
        Fit largest = models.fits().get(models.fits().size() - 1);
        return new FitAnswer(
                models.toString(),
                StatTables.nested(models),
                StatTables.glance(largest.glance()),
                List.of(models.completeCases().toString(), largest.model().model() + " regression"));
    }

    private static List<String> about(CompleteCases cases, String model, double level, List<String> notes) {
        List<String> about = new ArrayList<>(List.of(cases.toString(), model + ", confidence level " + level));
        about.addAll(notes);
        return about;
    }

    /** The terms, and those without an estimate. */
    private static ResultTable terms(List<Tidy> estimated, List<String> aliased) {
        List<Tidy> rows = new ArrayList<>(estimated);
        double none = Double.NaN;
        aliased.forEach(term -> rows.add(new Tidy(term, none, none, none, none, none, none, "aliased")));
        return StatTables.tidy(rows);
    }

    /** Prints it with the notes that all answers have. */
    void print(PrintWriter out, Format format, List<String> notes) {
        if (format == Format.TEXT && !text.isEmpty()) {
            out.println(text);
            out.print(new Result(tidy, glance, notes).notesText());
        } else {
            List<String> all = new ArrayList<>(notes);
            all.addAll(about);
            out.print(new Result(tidy, glance, all).as(format));
        }
    }
}
