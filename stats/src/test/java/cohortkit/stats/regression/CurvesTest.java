package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.CohortParts;
import cohortkit.core.Formula;
import cohortkit.core.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logarithms, powers, polynomials and splines, against R's columns. */
class CurvesTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight");

    private static final Cohort NEW = DataSet.of(
            "age lwt smoke",
            new double[] {10, 14, 17.5, 23, 31, 45, 60},
            new double[] {60, 80, 99, 121, 150, 250, 300},
            new double[7]);

    private static final Map<String, double[]> SHARED = Map.of(
            "low", with(0, 20, range(1, 180)),
            "high", with(200, 30, range(1, 150)),
            "both", with(300, 20, with(0, 20, range(1, 160))),
            "small", with(0, 6, range(1, 50)),
            "plain", with(500, 1, range(1, 99)),
            "inner", with(0, 20, with(85, 20, DoubleStream.concat(range(1, 80), range(90, 150)))));

    private static DoubleStream range(int from, int to) {
        return IntStream.rangeClosed(from, to).asDoubleStream();
    }

    private static double[] with(double value, int times, DoubleStream others) {
        return DoubleStream.concat(DoubleStream.generate(() -> value).limit(times), others)
                .toArray();
    }

    private static double[] with(double value, int times, double[] others) {
        return with(value, times, Arrays.stream(others));
    }

    private static Cohort few() {
        AtomicInteger row = new AtomicInteger();
        return BIRTHS.where("others", person -> row.incrementAndGet() > 90 && row.get() <= 170);
    }

    @Test
    void terms_and_predictions_agree_with_r() {
        Map<String, Fit> fits = new ConcurrentHashMap<>();
        List<Reference> rows = Reference.rows("curves")
                .filter(row -> !row.text("id").equals("knots"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(200);
        rows.forEach(row -> {
            Fit fit = fits.computeIfAbsent(
                    row.text("id"),
                    id -> Logistic.fit(row.text("formula"), row.text("data").equals("all") ? BIRTHS : few()));
            int at = (int) row.number("at");
            if (row.text("term").equals("prediction")) {
                row.check("estimate", fit.rows(NEW).linearPredictors()[at]);
                row.check("std_error", fit.rows(NEW).standardErrors()[at]);
            } else {
                Coefficient coefficient = fit.coefficients().get(at);
                row.check("estimate", coefficient.estimate());
                row.check("std_error", coefficient.standardError());
                if (!row.text("term").startsWith("rcs")) {
                    assertThat(coefficient.term()).isEqualTo(row.text("term"));
                }
            }
        });
    }

    @Test
    void knots_are_where_harrell_puts_them() {
        List<Reference> rows = Reference.rows("curves")
                .filter(row -> row.text("id").equals("knots"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> {
            double[] values = SHARED.get(row.text("data"));
            CountedValues counted = CountedValues.of(
                    values, DoubleStream.generate(() -> 1).limit(values.length).toArray());
            Formula.RestrictedSpline term = (Formula.RestrictedSpline) Formula.parse("y ~ " + row.text("formula"))
                    .terms()
                    .get(0)
                    .operands()
                    .get(0);
            row.check("estimate", RestrictedSplineBasis.of(term, counted).knots()[(int) row.number("at")]);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log(ftv)          | log(ftv) needs positive values; 'ftv' is 0 in row 1. Shift it, leave such rows"
                        + " out, or take",
                "poly(smoke, 2)    | poly(smoke, 2) needs more than 2 distinct values: 'smoke' has 2 distinct values"
                        + " in the analyzed rows; take a lower degree",
                "ns(ftv, df = 3)   | ns(ftv, df = 3) has knots that coincide: 'ftv' has 6 distinct values in the"
                        + " analyzed rows; take a smaller df",
                "rcs(ftv, 4)       | rcs(ftv, 4) needs more than 6 distinct values and at least 10 rows: 'ftv' has 6"
                        + " distinct values",
                "ns(age, df = 40)  | ns(age, df = 40) has knots that coincide: 'age' has 24 distinct values",
                "I(lwt^99)         | I(lwt^99) is not finite",
            })
    void what_the_rows_cannot_say_is_refused(String terms, String message) {
        Cohort births = DataSet.of(
                "low ftv smoke age lwt",
                BIRTHS.numbers("low"),
                BIRTHS.numbers("ftv"),
                BIRTHS.numbers("smoke"),
                BIRTHS.numbers("age"),
                Arrays.stream(BIRTHS.numbers("lwt")).map(x -> x * 1e3).toArray());
        assertThatThrownBy(() -> Logistic.fit("low ~ " + terms, births))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void new_rows_and_categories_are_checked_too() {
        Fit fit = Logistic.fit("low ~ log(lwt)", BIRTHS);
        assertThatThrownBy(() -> fit.predict(DataSet.of("lwt", new double[] {100, 0})))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("log(lwt) needs positive values; 'lwt' is 0 in row 2");
        assertThatThrownBy(() -> Logistic.fit("low ~ log(race)", DataSet.named("low-birth-weight", "race=1|2|3")))
                .isInstanceOf(InputException.class)
                .hasMessage("log(race) needs a number; 'race' is a category. Give the variable as it is");
        assertThatThrownBy(() -> Logistic.fit("low ~ poly(age, 2)", CohortParts.of(BIRTHS)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("poly(age, 2) has constants of all rows");
    }

    @Test
    void a_fit_of_parts_takes_what_one_row_says() {
        String formula = "low ~ log(lwt) + I(age^2)";
        double[] memory = Logistic.fit(formula, BIRTHS).coefficients().stream()
                .mapToDouble(Coefficient::estimate)
                .toArray();
        PartsFit parts = Logistic.fit(formula, CohortParts.of(BIRTHS));

        for (int j = 0; j < memory.length; j++) {
            assertThat(parts.tidy().get(j).estimate()).isCloseTo(memory[j], within(1e-9 * Math.abs(memory[j])));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"poly(lwt, 3)", "ns(lwt, df = 4)", "rcs(lwt, 5)"})
    void frequency_weights_are_rows_repeated(String term) {
        double[] twice = IntStream.range(0, 189).mapToDouble(i -> 1 + i % 3).toArray();
        int[] repeated = IntStream.range(0, 189)
                .flatMap(i -> IntStream.generate(() -> i).limit((long) twice[i]))
                .toArray();
        double[] low = BIRTHS.numbers("low");
        double[] lwt = BIRTHS.numbers("lwt");
        Cohort weighted = DataSet.of("low lwt n", low, lwt, twice);
        Cohort expanded = DataSet.of(
                "low lwt",
                Arrays.stream(repeated).mapToDouble(i -> low[i]).toArray(),
                Arrays.stream(repeated).mapToDouble(i -> lwt[i]).toArray());
        Fit one = Logistic.fit("low ~ " + term, weighted, Weights.frequency("n"));
        Fit other = Logistic.fit("low ~ " + term, expanded);

        for (int j = 0; j < one.terms().size(); j++) {
            double expected = other.coefficients().get(j).estimate();
            assertThat(one.coefficients().get(j).estimate()).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
    }

    @Test
    void a_changed_variable_changes_all_its_columns() {
        Fit fit = Logistic.fit("low ~ age + I(age^2)", BIRTHS);
        double[] b =
                fit.coefficients().stream().mapToDouble(Coefficient::estimate).toArray();

        assertThat(fit.rows().with("age", "30").linearPredictors()).hasSize(189);
        assertThat(DoubleStream.of(fit.rows().with("age", "30").linearPredictors())
                        .boxed())
                .allSatisfy(eta -> assertThat(eta).isCloseTo(b[0] + 30 * b[1] + 900 * b[2], within(1e-12)));
    }

    @Test
    void polynomials_span_what_powers_do() {
        Fit powers = Logistic.fit("low ~ age + I(age^2) + smoke", BIRTHS);
        Fit poly = Logistic.fit("low ~ poly(age, 2) + smoke", BIRTHS);

        assertThat(poly.deviance()).isCloseTo(powers.deviance(), within(1e-9));
        assertThat(poly.oddsRatio("smoke").value())
                .isCloseTo(powers.oddsRatio("smoke").value(), within(1e-9));
        assertThat(TermTest.typeTwo(poly).get(0).term()).isEqualTo("poly(age, 2)");
    }
}
