package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Missing;
import cohortkit.report.Result;
import cohortkit.report.Result.Format;
import cohortkit.report.ResultTable;
import cohortkit.report.StatTables;
import cohortkit.stats.Prevalence;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.Software;
import cohortkit.stats.survey.SurveyInterval;
import cohortkit.stats.survey.SurveyPrevalence;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How frequent an event is. */
@Command(
        name = "prevalence",
        mixinStandardHelpOptions = true,
        description = "Prints the prevalence of a binary variable's event, or of one level of a category.")
final class PrevalenceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "xlsx, xls or CSV.")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "VAR",
            description = "A variable, or VAR=LEVEL for a category of several levels.")
    private String variable;

    @Option(names = "--by", paramLabel = "VAR", description = "One prevalence for each level of this category.")
    private String by;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "wilson",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; several with commas. Default: ${DEFAULT-VALUE}.")
    private List<ProportionInterval> methods;

    @Option(
            names = "--as",
            paramLabel = "SOFTWARE",
            description = "With the intervals that a package prints by default: ${COMPLETION-CANDIDATES}.")
    private Software software;

    @Mixin
    private DesignOptions design;

    @Mixin
    private DataOptions data;

    @Mixin
    private LevelOption level;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        if (design.exists()
                && (software != null || spec.commandLine().getParseResult().hasMatchedOption("--method"))) {
            throw new InputException(
                    "a survey design has intervals of its own: leave out --method and --as, give" + " --design-method");
        }
        Cohort cohort = data.read(file);
        if (design.exists()) {
            printSurvey(cohort);
        } else {
            printPlain(cohort);
        }
        return 0;
    }

    private void printPlain(Cohort cohort) {
        List<Prevalence> prevalences = new ArrayList<>();
        if (software == null) {
            methods.forEach(method -> prevalences.addAll(compute(cohort, method)));
        } else {
            compute(cohort, ProportionInterval.WILSON).forEach(plain -> prevalences.addAll(plain.as(software)));
        }
        Set<String> missing = new LinkedHashSet<>();
        prevalences.forEach(p -> missing.addAll(missing(p.group(), p.missing())));
        print(cohort, prevalences, StatTables.prevalences(prevalences), missing);
    }

    private void printSurvey(Cohort cohort) {
        List<SurveyPrevalence> prevalences = new ArrayList<>();
        design.methods().forEach(method -> prevalences.addAll(survey(cohort, method)));
        Set<String> notes = new LinkedHashSet<>();
        prevalences.forEach(p -> notes.addAll(missing(p.group(), p.missing())));
        notes.add("design: " + design.design());
        print(cohort, prevalences, StatTables.surveyPrevalences(prevalences), notes);
    }

    private void print(Cohort cohort, List<?> prevalences, ResultTable table, Collection<String> more) {
        List<String> notes = new ArrayList<>(DataOptions.notes(cohort));
        if (variable.equals(name())) {
            notes.add(0, DataOptions.counted(cohort, "event", variable));
        }
        notes.addAll(more);
        PrintWriter out = spec.commandLine().getOut();
        if (format.format() == Format.TEXT) {
            prevalences.forEach(out::println);
            out.print(new Result(table, table, notes).notesText());
        } else {
            long known = cohort.size()
                    - cohort.missing(name()).values().stream().mapToLong(n -> n).sum();
            ResultTable glance =
                    new ResultTable(List.of("nobs", "missing"), List.of(List.of(known, cohort.size() - known)));
            out.print(new Result(table, glance, notes).as(format.format()));
        }
        out.flush();
    }

    private static List<String> missing(String group, Map<Missing, Integer> missing) {
        return missing.isEmpty()
                ? List.of()
                : List.of((group.isEmpty() ? "" : group + ": ") + "missing, not in the denominator: " + missing);
    }

    private String name() {
        int equals = variable.indexOf('=');
        return equals < 0 ? variable : variable.substring(0, equals);
    }

    /** The level that is named behind the variable; empty if none is. */
    private String code() {
        String code = variable.equals(name()) ? "" : variable.substring(name().length() + 1);
        if (by != null && !code.isEmpty()) {
            throw new InputException("--by needs a binary variable; '" + variable + "' names one level");
        }
        return code;
    }

    private List<Prevalence> compute(Cohort cohort, ProportionInterval method) {
        String code = code();
        if (by != null) {
            return Prevalence.by(cohort, variable, by, method, level.level());
        }
        return List.of(
                code.isEmpty()
                        ? Prevalence.of(cohort, variable, method, level.level())
                        : Prevalence.of(cohort, name(), code, method, level.level()));
    }

    private List<SurveyPrevalence> survey(Cohort cohort, SurveyInterval method) {
        String code = code();
        if (by != null) {
            return SurveyPrevalence.by(cohort, variable, by, design.design(), method, level.level());
        }
        return List.of(
                code.isEmpty()
                        ? SurveyPrevalence.of(cohort, variable, design.design(), method, level.level())
                        : SurveyPrevalence.of(cohort, name(), code, design.design(), method, level.level()));
    }
}
