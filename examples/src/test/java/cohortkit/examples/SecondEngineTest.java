package cohortkit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Formula;
import cohortkit.examples.catheter.CatheterStudy;
import cohortkit.examples.dialysis.DialysisStudy;
import cohortkit.examples.files.StudyFiles;
import cohortkit.examples.pregnancy.PregnancyStudy;
import cohortkit.examples.psychiatric.PsychiatricStudy;
import cohortkit.stats.regression.Coefficient;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.regression.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import smile.data.DataFrame;
import smile.data.vector.BaseVector;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;
import smile.glm.model.Bernoulli;
import smile.glm.model.Poisson;

/**
 * Every logistic regression from rows, and Poisson regressions, fitted again by an engine that shares no code with
 * ours. Its printing mixes up the terms and its standard errors come from the last but one iterate, so numbers are
 * compared one by one, after it was told to iterate on.
 */
class SecondEngineTest {

    private static final double AGREEMENT = 1e-6;

    static Stream<Arguments> fits() {
        StudyFiles pregnancy = StudyFiles.of(PregnancyStudy.class);
        Cohort births = pregnancy.cohort("low-birth-weight.csv", "codebook.csv");
        Cohort catheters = StudyFiles.of(CatheterStudy.class).cohort("dialysis-catheter.csv", "codebook.csv");
        Cohort dialysis = StudyFiles.of(DialysisStudy.class).cohort(DialysisStudy.WORKBOOK);
        Cohort inpatients = StudyFiles.of(PsychiatricStudy.class).cohort("psychiatric-inpatients.csv", "codebook.csv");
        return Stream.of(
                Arguments.of(births, "low ~ age + lwt + race + ftv"),
                Arguments.of(births, "low ~ age + lwt + smoke + ht + ui"),
                Arguments.of(catheters, "delta ~ type"),
                Arguments.of(dialysis, "insomnia ~ rls + comorbidities + sex"),
                Arguments.of(inpatients, "death ~ sex + age"));
    }

    @ParameterizedTest
    @MethodSource("fits")
    void agrees_with_an_independent_engine(Cohort cohort, String formula) throws Exception {
        Formula parsed = Formula.parse(formula);

        Fit ours = Logistic.fit(formula, cohort);
        smile.glm.GLM theirs =
                smileFit(cohort, parsed, IntVector.of("y", cohort.events(parsed.outcome())), Bernoulli.logit());

        assertAgree(ours, theirs);
        assertThat(ours.glance().deviance()).isCloseTo(theirs.deviance(), within(AGREEMENT));
    }

    /** Its Poisson deviance is NaN as soon as a count is 0, so terms alone are compared. */
    @ParameterizedTest
    @ValueSource(strings = {"ftv ~ age", "ftv ~ age + race", "ftv ~ age + lwt + race + smoke + ht + ui"})
    void agrees_on_counts(String formula) throws Exception {
        Cohort births = StudyFiles.of(PregnancyStudy.class).cohort("low-birth-weight.csv", "codebook.csv");
        Formula parsed = Formula.parse(formula);

        assertAgree(
                Model.POISSON.of(formula).fit(births),
                smileFit(births, parsed, DoubleVector.of("y", births.numbers(parsed.outcome())), Poisson.log()));
    }

    private static void assertAgree(Fit ours, smile.glm.GLM theirs) {
        List<Coefficient> terms = ours.coefficients();
        double[][] table = theirs.ztest();
        assertThat(table).hasNumberOfRows(terms.size());
        for (int i = 0; i < terms.size(); i++) {
            assertThat(terms.get(i).estimate()).as(terms.get(i).term()).isCloseTo(table[i][0], within(AGREEMENT));
            assertThat(terms.get(i).standardError()).as(terms.get(i).term()).isCloseTo(table[i][1], within(AGREEMENT));
        }
    }

    private static smile.glm.GLM smileFit(
            Cohort cohort, Formula formula, BaseVector<?, ?, ?> outcome, smile.glm.model.Model family) {
        List<BaseVector<?, ?, ?>> columns = new ArrayList<>();
        columns.add(outcome);
        List<String> names = new ArrayList<>();
        for (Formula.Term term : formula.terms()) {
            String variable = term.operands().get(0).variable();
            if (cohort.variable(variable).levels().isEmpty()) {
                columns.add(DoubleVector.of(variable, cohort.numbers(variable)));
                names.add(variable);
                continue;
            }
            int[] levels = cohort.levels(variable);
            for (int level = 1; level < cohort.variable(variable).levels().size(); level++) {
                int wanted = level;
                String name = variable + level;
                double[] indicator = java.util.stream.IntStream.of(levels)
                        .mapToDouble(l -> l == wanted ? 1 : 0)
                        .toArray();
                columns.add(DoubleVector.of(name, indicator));
                names.add(name);
            }
        }
        Properties exact = new Properties();
        exact.setProperty("smile.glm.tolerance", "1E-14");
        exact.setProperty("smile.glm.max.iterations", "100");
        return smile.glm.GLM.fit(
                smile.data.formula.Formula.of("y", names.toArray(String[]::new)),
                DataFrame.of(columns.toArray(BaseVector<?, ?, ?>[]::new)),
                family,
                exact);
    }
}
