package cohortkit.report;

import cohortkit.stats.Glance;
import cohortkit.stats.Prevalence;
import cohortkit.stats.TestResult;
import cohortkit.stats.Tidy;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.MissingPatterns;
import cohortkit.stats.regression.ModelTable;
import cohortkit.stats.regression.NestedModels;
import cohortkit.stats.regression.TermTest;
import cohortkit.stats.survey.DesignProportion;
import cohortkit.stats.survey.SurveyPrevalence;
import cohortkit.stats.table.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code stats} computes, as tables with broom's column names.
 *
 * <pre>{@code
 * StatTables.tidy(fit.tidy()).toCsv()   // "term,estimate,std.error,...
 * }</pre>
 */
public final class StatTables {

    private static final List<String> TIDY =
            List.of("term", "estimate", "std.error", "statistic", "p.value", "conf.low", "conf.high", "method");
    private static final List<String> GLANCE =
            List.of("nobs", "df.residual", "null.deviance", "deviance", "logLik", "AIC", "BIC");
    private static final List<String> MEASURES =
            List.of("measure", "method", "estimate", "conf.low", "conf.high", "statistic", "p.value");

    private StatTables() {}

    /** One row a term. */
    public static ResultTable tidy(List<Tidy> terms) {
        return new ResultTable(
                TIDY,
                terms.stream()
                        .map(t -> List.of(
                                t.term(),
                                t.estimate(),
                                t.stdError(),
                                t.statistic(),
                                t.pValue(),
                                t.confLow(),
                                t.confHigh(),
                                t.method()))
                        .toList());
    }

    /** One row for a model. */
    public static ResultTable glance(Glance g) {
        return new ResultTable(
                GLANCE,
                List.of(List.of(
                        g.nobs(), g.dfResidual(), g.nullDeviance(), g.deviance(), g.logLik(), g.aic(), g.bic())));
    }

    /** One row a pattern: what is missing, in how many rows, and the outcome's share or mean among those that have it. */
    public static ResultTable missing(MissingPatterns patterns) {
        return new ResultTable(
                List.of("missing", "n", "share", "outcome.n", "outcome.mean"),
                patterns.patterns().stream()
                        .map(pattern -> List.of(
                                pattern.text(),
                                pattern.rows(),
                                (double) pattern.rows() / patterns.rows(),
                                pattern.known(),
                                pattern.mean()))
                        .toList());
    }

    /** One row a term, tested as a whole. */
    public static ResultTable terms(List<TermTest> tests) {
        return new ResultTable(
                List.of("term", "statistic", "df", "p.value", "method"),
                tests.stream()
                        .map(t -> List.of(
                                t.term(),
                                t.test().statistic(),
                                t.test().df(),
                                t.test().pValue(),
                                t.test().method()))
                        .toList());
    }

    /** One row a model and term: each term alone, then all together. */
    public static ResultTable models(ModelTable models) {
        List<List<?>> rows = new ArrayList<>();
        add(rows, "univariable", models.univariable());
        add(rows, "multivariable", models.multivariable());
        List<String> columns = new ArrayList<>(List.of("model"));
        columns.addAll(TIDY);
        return new ResultTable(columns, rows);
    }

    private static void add(List<List<?>> rows, String model, List<Tidy> terms) {
        for (List<Object> row : tidy(terms).rows()) {
            List<Object> named = new ArrayList<>(List.of(model));
            named.addAll(row);
            rows.add(named);
        }
    }

    /** One row a model, the smallest first, with the test of what it adds to the one before. */
    public static ResultTable nested(NestedModels models) {
        List<List<?>> rows = new ArrayList<>();
        for (int i = 0; i < models.fits().size(); i++) {
            Fit fit = models.fits().get(i);
            Optional<TestResult> test = models.added(i);
            rows.add(List.of(
                    fit.model().formula().toString(),
                    fit.glance().dfResidual(),
                    fit.deviance(),
                    fit.logLik(),
                    fit.glance().aic(),
                    test.map(TestResult::df).orElse(Double.NaN),
                    test.map(TestResult::statistic).orElse(Double.NaN),
                    test.map(TestResult::pValue).orElse(Double.NaN),
                    test.map(TestResult::method).orElse("")));
        }
        return new ResultTable(
                List.of("model", "df.residual", "deviance", "logLik", "AIC", "df", "statistic", "p.value", "method"),
                rows);
    }

    /** One row a measure and method of a 2x2 or stratified table. */
    public static ResultTable measures(List<TableRow> rows) {
        return new ResultTable(
                MEASURES,
                rows.stream()
                        .map(r -> List.of(
                                r.measure(),
                                r.method(),
                                r.estimate(),
                                r.confLow(),
                                r.confHigh(),
                                r.statistic(),
                                r.pValue()))
                        .toList());
    }

    /** One row a group and method; the standard error is the binomial one, sqrt(p (1 - p) / n). */
    public static ResultTable prevalences(List<Prevalence> prevalences) {
        return new ResultTable(
                List.of("term", "n", "missing", "estimate", "std.error", "conf.low", "conf.high", "method"),
                prevalences.stream().map(StatTables::row).toList());
    }

    private static List<Object> row(Prevalence p) {
        double share = p.proportion().value();
        String term = p.group().isEmpty() ? p.variable() : p.variable() + " (" + p.group() + ")";
        return List.of(
                term,
                p.proportion().n(),
                (long) p.missingCount(),
                share,
                Math.sqrt(share * (1 - share) / p.proportion().n()),
                p.estimate().interval().lower(),
                p.estimate().interval().upper(),
                p.estimate().convention().interval());
    }

    /**
     * One row a group and method of a survey, with the degrees of freedom and the design effect; n counts rows with a
     * weight.
     */
    public static ResultTable surveyPrevalences(List<SurveyPrevalence> prevalences) {
        return new ResultTable(
                List.of(
                        "term",
                        "n",
                        "missing",
                        "estimate",
                        "std.error",
                        "conf.low",
                        "conf.high",
                        "method",
                        "df",
                        "deff"),
                prevalences.stream().map(StatTables::row).toList());
    }

    private static List<Object> row(SurveyPrevalence p) {
        DesignProportion proportion = p.proportion();
        return List.of(
                p.group().isEmpty() ? p.variable() : p.variable() + " (" + p.group() + ")",
                proportion.n(),
                (long) p.missingCount(),
                proportion.value(),
                proportion.standardError(),
                p.estimate().interval().lower(),
                p.estimate().interval().upper(),
                p.estimate().convention().interval(),
                (long) proportion.degreesOfFreedom(),
                proportion.designEffect());
    }
}
