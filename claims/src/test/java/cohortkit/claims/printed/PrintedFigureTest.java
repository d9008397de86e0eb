package cohortkit.claims.printed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedFigureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.32 (95% CI 1.23 to 4.39)|PrintedInterval|2.32 (1.23 to 4.39)",
                "2.2 (1.7-2.9)|PrintedInterval|2.2 (1.7 to 2.9)",
                "2.2 (1.7–2.9)|PrintedInterval|2.2 (1.7 to 2.9)",
                "2·2 (1·7–2·9)|PrintedInterval|2·2 (1·7 to 2·9)",
                "2,32 [95% CI 1,23; 4,39]|PrintedInterval|2,32 (1,23 to 4,39)",
                "2.32; 95 % CI: 1.23, 4.39|PrintedInterval|2.32 (1.23 to 4.39)",
                "−0.3 (−1.2 to 0.6)|PrintedInterval|−0.3 (−1.2 to 0.6)",
                "-0.3 (-1.2--0.1)|PrintedInterval|-0.3 (-1.2 to -0.1)",
                "13.8% (95% CI, 10.5-17.9)|PrintedInterval|13.8% (10.5% to 17.9%)",
                "1.4 (90% confidence interval 1.1 to 1.8)|PrintedInterval|1.4 (1.1 to 1.8)",
                "17 ± 7|PrintedSpread|17 ± 7",
                "17±7|PrintedSpread|17 ± 7",
                "75 ± 12%|PrintedSpread|75% ± 12%",
                "57 ± 9 y|PrintedSpread|57 ± 9",
                "45,86 +/- 10,24|PrintedSpread|45,86 ± 10,24",
                "17 (SD 7)|PrintedSpread|17 ± 7",
                "45/333 (14%)|PrintedCount|45/333 (14%)",
                "45/333, 14 %|PrintedCount|45/333 (14 %)",
                "14% (45/333)|PrintedCount|45/333 (14%)",
                "1,184 of 6,139|PrintedCount|1184/6139",
                "45 out of 333 (13.5%)|PrintedCount|45/333 (13.5%)",
                "3 vs 2|PrintedPair|3 vs 2",
                "35% vs. 16%|PrintedPair|35% vs 16%",
                "35 vs 16%|PrintedPair|35% vs 16%",
                "15.26 versus 9.51|PrintedPair|15.26 vs 9.51",
                "35%|PrintedSingle|35%",
                "p<0.05|PrintedSingle|p<0.05",
                "p = .000|PrintedSingle|p = .000",
                "median 8|PrintedSingle|median 8",
                "12.4 mmol|PrintedSingle|12.4 mmol",
                "1 in 4|PrintedSingle|1 in 4",
            })
    void the_forms_of_journals_are_read(String text, String form, String read) {
        PrintedFigure figure = PrintedFigure.parse(text);
        assertThat(figure.getClass().getSimpleName()).isEqualTo(form);
        assertThat(figure).hasToString(read);
        assertThat(read.replace("median ", ""))
                .startsWith(
                        figure instanceof PrintedCount ? read : figure.leading().toString());
    }

    @Test
    void the_level_of_an_interval_is_read_or_assumed() {
        assertThat(((PrintedInterval) PrintedFigure.parse("1.4 (99% CI 1.1 to 1.8)")).levelOrDefault())
                .isEqualTo(0.99);
        assertThat(PrintedInterval.of("1.4", "1.1", "1.8").levelOrDefault()).isEqualTo(0.95);
        assertThat(PrintedFigure.parse("45/333").leading()).hasToString("45");
        assertThat(PrintedFigure.parse("45/333 (14%)").leading()).hasToString("14%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "about", "2.2 (1.7-2.9-3.1)", "1 2 3", "± 7", "vs", "2,3,4 (1-2)"})
    void what_is_none_of_them_is_refused_with_the_forms(String text) {
        assertThatThrownBy(() -> PrintedFigure.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("'" + text + "' cannot be read as a printed figure; there are 35%, p<0.05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"46/45", "1/0"})
    void a_count_is_at_most_its_total(String text) {
        assertThatThrownBy(() -> PrintedFigure.parse(text)).isInstanceOf(InputException.class);
    }
}
