package cohortkit.claims.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.EvidenceLevel;
import cohortkit.claims.Finding;
import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.TestResult;
import cohortkit.stats.continuous.CorrelationMethod;
import cohortkit.stats.continuous.GroupTest;
import cohortkit.stats.continuous.GroupedValues;
import cohortkit.stats.continuous.MeanDifferenceMethod;
import cohortkit.stats.continuous.PairedValues;
import cohortkit.stats.continuous.RankMethod;
import cohortkit.stats.continuous.Sample;
import cohortkit.stats.paired.McNemar;
import cohortkit.stats.paired.PairedTable;
import cohortkit.stats.regression.CoefficientInterval;
import cohortkit.stats.regression.LikelihoodRatio;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.regression.Model;
import cohortkit.stats.table.ChiSquare;
import cohortkit.stats.table.CochranMantelHaenszel;
import cohortkit.stats.table.CommonOddsRatio;
import cohortkit.stats.table.Correction;
import cohortkit.stats.table.FisherExact;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.RiskDifferenceInterval;
import cohortkit.stats.table.RiskRatioInterval;
import cohortkit.stats.table.Strata;
import cohortkit.stats.table.TwoByTwo;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each function of the language gives what its Java gives. */
class ComputeFunctionsTest {

    private static final TwoByTwo COUNTED = new TwoByTwo(16, 30, 46, 241);

    @TempDir
    private Path folder;

    private StudyData data;
    private Cohort people;
    private TwoByTwo table;

    @BeforeEach
    void read() {
        Folders.write(folder, "people.csv", Folders.PEOPLE, "counts.csv", Folders.COUNTS, "printed.csv", """
                set,quantity,printed
                abstract,n,333
                abstract,exposed share,14%
                abstract,risk in the exposed,35%
                abstract,RISK_UNEXPOSED,16%
                """);
        data = new StudyData(folder, new TableReader());
        people = data.source(Optional.of("people")).cohort();
        table = TwoByTwo.of(people, "rls", "insomnia");
    }

    private Finding find(String compute) {
        Compute parsed = Compute.parse(compute);
        return ComputeFunction.named(parsed.function()).of(new Call(parsed, data));
    }

    private void same(String compute, Estimate expected) {
        Finding finding = find(compute);
        assertThat(finding.value().orElseThrow()).as(compute).isEqualTo(expected.value());
        assertThat(finding.level()).isEqualTo(compute.contains("counts") ? EvidenceLevel.COUNTS : EvidenceLevel.ROWS);
        if (expected.interval().exists()) {
            assertThat(finding.lower().orElseThrow())
                    .as(compute)
                    .isEqualTo(expected.interval().lower());
            assertThat(finding.upper().orElseThrow())
                    .isEqualTo(expected.interval().upper());
        }
    }

    private void same(String arguments, TestResult expected) {
        assertThat(find("p(" + arguments + ") from people").value().orElseThrow())
                .as(arguments)
                .isEqualTo(expected.pValue());
        if (!Double.isNaN(expected.statistic())) {
            assertThat(find("statistic(" + arguments + ") from people").value().orElseThrow())
                    .as(arguments)
                    .isEqualTo(expected.statistic());
        }
    }

    @Test
    void counts_and_prevalences() {
        assertThat(find("count from people").value()).hasValue(12);
        assertThat(find("count from counts").value()).hasValue(333);
        assertThat(find("count(rls) from counts").value()).hasValue(46);
        assertThat(find("count(age >= 65) from people where sex = 'm'").value()).hasValue(2);
        same("prevalence(rls) from people", new Proportion(5, 12).estimate());
        same("prevalence(rls) from counts", new Proportion(46, 333).estimate());
        same(
                "prevalence(sex = 'f', clopper-pearson, 90%) from counts where rls = 'yes'",
                new Proportion(23, 46).estimate(ProportionInterval.CLOPPER_PEARSON, 0.9));
    }

    @Test
    void measures_of_a_table() {
        same("riskRatio(rls, insomnia) from people", table.riskRatio());
        same(
                "riskRatio(rls, insomnia, koopman score, 99%) from counts",
                COUNTED.riskRatio(RiskRatioInterval.KOOPMAN_SCORE, 0.99));
        same("oddsRatio(rls, insomnia, exact) from counts", COUNTED.oddsRatio(OddsRatioInterval.EXACT));
        same("riskDifference(rls, insomnia, wald) from counts", COUNTED.riskDifference(RiskDifferenceInterval.WALD));
        Cohort old = people.derive(Variable.binary("old", ""), p -> p.number("age") >= 60);
        same(
                "riskRatio(age >= 60, insomnia) from people",
                TwoByTwo.of(old, "old", "insomnia").riskRatio());
    }

    @Test
    void measures_over_strata() {
        Strata strata = Strata.of(new TwoByTwo(9, 14, 20, 120), new TwoByTwo(7, 16, 26, 121));
        same("riskRatio(rls, insomnia, by sex) from counts", strata.riskRatio());
        same("oddsRatio(rls, insomnia, by sex) from counts", strata.oddsRatio());
        same("oddsRatio(rls, insomnia, by sex, mid-p) from counts", strata.oddsRatio(CommonOddsRatio.MID_P, 0.95));
        same("riskDifference(rls, insomnia, by sex) from counts", strata.riskDifference());
        assertThat(find("p(cmh, rls, insomnia, by sex) from counts").value())
                .hasValue(CochranMantelHaenszel.test(strata).pValue());
    }

    @Test
    void numbers() {
        Sample age = Sample.of(people, "age");
        same("mean(age) from people", age.mean());
        same("mean(age, 90%) from people", age.mean(0.9));
        same("median(age) from people", age.median());
        assertThat(find("sd(age) from people").value()).hasValue(age.standardDeviation());
        assertThat(find("quantile(age, 0.25) from people").value()).hasValue(age.quantile(0.25));
        assertThat(find("min(age) from people").value()).hasValue(35);
        assertThat(find("max(age) from people").value()).hasValue(70);
        GroupedValues grouped = GroupedValues.of(people, "score", "rls");
        same("meanDifference(score, rls) from people", grouped.meanDifference().estimate());
        same(
                "meanDifference(score, rls, pooled) from people",
                grouped.meanDifference(MeanDifferenceMethod.POOLED, 0.95).estimate());
        same(
                "correlation(age, score, spearman) from people",
                PairedValues.of(people, "age", "score")
                        .correlation(CorrelationMethod.SPEARMAN, 0.95)
                        .estimate());
    }

    @Test
    void models() {
        var fit = Logistic.fit("insomnia ~ rls + score", people);
        same("coefficient(insomnia ~ rls + score, score) from people", fit.estimate("score"));
        same(
                "oddsRatio(insomnia ~ rls + score, rls[yes], profile, 90%) from people",
                fit.with(CoefficientInterval.PROFILE).withLevel(0.9).oddsRatio("rls[yes]"));
        assertThat(find("logLikelihood(insomnia ~ rls + score) from people").value())
                .hasValue(fit.logLik());
        same(
                "coefficient(score ~ age, age, linear) from people",
                Model.LINEAR.of("score ~ age").fit(people).estimate("age"));
        same(
                "rateRatio(score ~ age, age) from people",
                Model.POISSON.of("score ~ age").fit(people).ratio("age"));
        same("oddsRatio(insomnia ~ rls, rls[yes]) from counts", COUNTED.oddsRatio(), 1e-9);
        assertThatThrownBy(() -> find("rateRatio(insomnia ~ rls, rls[yes], logistic) from people"))
                .hasMessage("the model gives odds ratios, not rate ratios");
        same(
                "likelihood ratio, insomnia ~ 1, insomnia ~ rls",
                LikelihoodRatio.test(Logistic.fit("insomnia ~ 1", people), Logistic.fit("insomnia ~ rls", people)));
        assertThat(find("p(wald, insomnia ~ rls + score, score) from people").value())
                .hasValue(fit.tidy().get(2).pValue());
        assertThatThrownBy(() -> find("p(wald, insomnia ~ rls, age) from people"))
                .hasMessage("no term 'age'; there are [(Intercept), rls[yes]]");
        assertThatThrownBy(() -> find("statistic(wald, insomnia ~ rls, rls[yes]) from people"))
                .hasMessageContaining("ask for p(wald, ...)");
    }

    private void same(String compute, Estimate expected, double tolerance) {
        assertThat(find(compute).value().orElseThrow())
                .isCloseTo(expected.value(), org.assertj.core.data.Percentage.withPercentage(100 * tolerance));
    }

    @Test
    void tests_by_name() {
        GroupedValues grouped = GroupedValues.of(people, "score", "rls");
        same("pearson, rls, insomnia", ChiSquare.test(table));
        same("yates, rls, insomnia", ChiSquare.test(table, Correction.YATES));
        same("fisher, rls, insomnia", FisherExact.test(table));
        same("mcnemar, rls, insomnia", McNemar.test(PairedTable.of(table)));
        same(
                "student, score, rls",
                grouped.meanDifference(MeanDifferenceMethod.POOLED, 0.95).test());
        same("welch, score, rls", grouped.meanDifference().test());
        same("anova, score, rls", grouped.test(GroupTest.ANOVA));
        same("kruskal-wallis, score, rls", grouped.test(GroupTest.KRUSKAL_WALLIS));
        same(
                "mann-whitney, score, rls",
                grouped.locationShift(RankMethod.NORMAL_CORRECTED, 0.95).test());
        assertThatThrownBy(() -> find("p(pearsn, rls, insomnia) from people"))
                .hasMessageStartingWith("there is no test 'pearsn'; did you mean 'pearson'?; it is written p(TEST");
    }

    @Test
    void printed_sets_are_answered_over_every_table() {
        Finding ratio = find("riskRatio(abstract)");
        assertThat(ratio.level()).isEqualTo(EvidenceLevel.FEASIBLE_SET);
        assertThat(ratio.text()).isEqualTo("2.12 to 2.24 over 6 tables");
        assertThat(find("oddsRatio(abstract)").text()).isEqualTo("2.72 to 2.92 over 6 tables");
        assertThat(find("riskDifference(abstract) > 0").text()).isEqualTo("true of 6 of 6 tables");
        assertThat(find("value(exposed count, abstract)").text()).isEqualTo("46 to 48 over 6 tables");
        assertThat(find("p(fisher, abstract)").text()).isEqualTo("0.0024 to 0.0072 over 6 tables");
        assertThat(find("value(pearson p, abstract)").text()).isEqualTo("0.0012 to 0.0031 over 6 tables");
        assertThatThrownBy(() -> find("riskRatio(abstract) where age < 65"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no rows to choose from");
        assertThatThrownBy(() -> find("value(risk, abstract)"))
                .hasMessageContaining("is not a quantity of a 2x2 table");
        assertThatThrownBy(() -> find("value(cell a, abtract)"))
                .hasMessageContaining("printed.csv has no set 'abtract'");
    }

    @Test
    void printed_numbers_are_calculated_with() {
        assertThat(find("riskRatioOf(35%, 16%)").text()).isEqualTo("2.09 to 2.29");
        assertThat(find("oddsRatioOf(35%, 16%)").level()).isEqualTo(EvidenceLevel.ARITHMETIC);
        assertThat(find("riskDifferenceOf(35%, 16%)").text()).isEqualTo("0.18 to 0.20");
        assertThat(find("integersOf(203)").level()).isEqualTo(EvidenceLevel.FEASIBLE_SET);
        assertThat(find("integersUpTo(1962)").level()).isEqualTo(EvidenceLevel.FEASIBLE_SET);
        assertThat(find("pairedChange(33, 16, 21, 23, 10)").convention()).contains("paired");
        assertThat(find("notCheckable('not read')").level()).isEqualTo(EvidenceLevel.NONE);
        assertThatThrownBy(() -> find("integersOf(2.5)")).hasMessageStartingWith("'2.5' is not a whole number");
        assertThatThrownBy(() -> find("integersOf(203) > 1")).hasMessageContaining("takes no statement");
        assertThatThrownBy(() -> find("riskRatioOf(35%)")).hasMessageContaining("has 1 of its arguments");
        assertThatThrownBy(() -> find("integersOf(x)")).hasMessageContaining("'x' in 'integersOf(x)' is not a number");
        assertThatThrownBy(() -> find("integersOf(1, 2)")).hasMessageContaining("is too much");
    }

    @Test
    void wrong_use_says_what_to_do() {
        assertThatThrownBy(() -> find("riskratio(rls, insomnia)"))
                .hasMessage("there is no function 'riskratio'; did you mean 'riskRatio' or 'riskRatioOf' or"
                        + " 'rateRatio'? (capitals matter)");
        assertThatThrownBy(() -> find("mean(age)"))
                .hasMessage("there are several data files; name one, such as 'from counts': counts, people");
        assertThatThrownBy(() -> find("mean(age) from peple"))
                .hasMessage("there is no data file 'peple'; did you mean 'people'?");
        assertThatThrownBy(() -> find("mean(n) from counts"))
                .hasMessage("'mean' needs a row a person; counts.csv holds counts");
        assertThatThrownBy(() -> find("riskRatio(rls, insomnia, koopmann) from people"))
                .hasMessageStartingWith("'koopmann' is not understood here; methods are katz log, koopman score");
        assertThatThrownBy(() -> find("mean(age, 195%) from people"))
                .hasMessage("'195%' is not a level of confidence such as 90%");
        assertThatThrownBy(() -> find("riskRatio(rls) from people")).hasMessageContaining("it is written riskRatio(");
        assertThatThrownBy(() -> find("riskRatio(rsl, insomnia) from people")).hasMessageContaining("rsl");
        assertThatThrownBy(() -> find("prevalence(1 = 1) from people")).hasMessage("'1 = 1' names no variable");
        assertThatThrownBy(() -> find("prevalence(rls) from people where age > 100"))
                .hasMessage("nobody has a value of 'rls' in 0 rows");
        assertThatThrownBy(() -> find("p(cmh, rls, insomnia) from counts")).hasMessageContaining("cmh needs a stratum");
    }
}
