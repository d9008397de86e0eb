package cohortkit.report;

import cohortkit.core.Cohort;
import cohortkit.core.Count;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.OutputFile;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A cohort, an exposure and an outcome on one page: what was imported, who took part, Table 1, prevalences, the association,
 * crude and adjusted models, missing values, methods in words, and where each number comes from. The page needs nothing
 * else: no network, no scripts.
 *
 * <pre>{@code
 * var report = StudyReport.of(births, "smoke", "low").withAdjusters("age", "race");
 * report.adjusters()                                      // [age, race]
 * report.toHtml().contains("Smoked during pregnancy")     // true
 * report.save(folder.resolve("report.html"))
 * }</pre>
 *
 * @param cohort the participants
 * @param exposure a category or a number
 * @param outcome a binary variable (see {@link Cohort#events})
 * @param adjusters categories and numbers of the adjusted model
 * @param groups categories by which the outcome's prevalence is shown too
 * @param files what the cohort was read from
 * @param level coverage of the intervals, in (0, 1)
 * @param journal how the numbers of tables are printed
 */
public record StudyReport(
        Cohort cohort,
        String exposure,
        String outcome,
        List<String> adjusters,
        List<String> groups,
        List<DataFile> files,
        double level,
        Journal journal) {

    /**
     * Checks that the variables can be what they are named for.
     *
     * @throws InputException if a variable is not there, is of a type that does not do, or is named twice
     */
    public StudyReport {
        adjusters = List.copyOf(adjusters);
        groups = List.copyOf(groups);
        files = List.copyOf(files);
        Interval.requireLevel(level);
        cohort.events(outcome);
        require(cohort, exposure, "an exposure is a category or a number", true);
        Set<String> seen = new HashSet<>(List.of(exposure, outcome));
        if (seen.size() < 2) {
            throw new InputException("'" + exposure + "' is the exposure and the outcome; name two variables");
        }
        for (String adjuster : adjusters) {
            require(cohort, adjuster, "a model adjusts for categories and numbers", true);
            if (!seen.add(adjuster)) {
                throw new InputException("'" + adjuster + "' is in the model twice; leave one out");
            }
        }
        Set<String> by = new HashSet<>(Set.of(outcome));
        for (String group : groups) {
            require(cohort, group, "prevalences are by categories", false);
            if (!by.add(group)) {
                throw new InputException("the outcome by '" + group + "' is "
                        + (group.equals(outcome) ? "no prevalence" : "asked for twice") + "; leave it out");
            }
        }
    }

    private static void require(Cohort cohort, String name, String rule, boolean orNumber) {
        Variable variable = cohort.variable(name);
        if (variable.type() != VariableType.CATEGORY && !(orNumber && variable.type() == VariableType.NUMBER)) {
            throw new InputException("variable '" + name + "' is " + variable.described() + "; " + rule
                    + ": a codebook says which levels a variable has");
        }
    }

    /** Of an exposure and an outcome alone. */
    public static StudyReport of(Cohort cohort, String exposure, String outcome) {
        return new StudyReport(
                cohort, exposure, outcome, List.of(), List.of(), List.of(), Interval.DEFAULT_LEVEL, Journal.PLAIN);
    }

    /** The same with an adjusted model. */
    public StudyReport withAdjusters(String... names) {
        return new StudyReport(cohort, exposure, outcome, List.of(names), groups, files, level, journal);
    }

    /** The same with the outcome's prevalence by more categories. */
    public StudyReport withGroups(String... names) {
        return new StudyReport(cohort, exposure, outcome, adjusters, List.of(names), files, level, journal);
    }

    /** The same with the files that the cohort was read from. */
    public StudyReport withFiles(DataFile... read) {
        return new StudyReport(cohort, exposure, outcome, adjusters, groups, List.of(read), level, journal);
    }

    /** The same with intervals of another level, in (0, 1). */
    public StudyReport withLevel(double newLevel) {
        return new StudyReport(cohort, exposure, outcome, adjusters, groups, files, newLevel, journal);
    }

    /** The same with tables as a journal prints them. */
    public StudyReport with(Journal newJournal) {
        return new StudyReport(cohort, exposure, outcome, adjusters, groups, files, level, newJournal);
    }

    /** One page that needs nothing else. */
    public String toHtml() {
        return new StudyPage(this).html();
    }

    /**
     * Writes the page, whole or not at all.
     *
     * @throws InputException if the file cannot be written
     */
    public void save(Path path) {
        OutputFile.write(path, out -> out.write(toHtml()));
    }

    /** Such as "report on smoke and low, 189 rows; save(path) as .html". */
    @Override
    public String toString() {
        return "report on " + exposure + " and " + outcome + ", " + Count.of(cohort.size(), "row")
                + "; save(path) as .html";
    }
}
