package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.columns.dates.PackedLocalDate;

/** Days that a CSV spells as ISO 8601 does, beside those of Java and Tablesaw. */
class IsoDayTest {

    private static int read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return IsoDay.read(Arrays.copyOf(bytes, bytes.length + Words.SLACK), 0);
    }

    @Test
    void every_day_of_six_centuries_is_itself() {
        int before = 0;
        for (LocalDate day = LocalDate.of(1700, 1, 1); day.getYear() < 2300; day = day.plusDays(1)) {
            int read = read(day.toString());
            assertThat(read).isEqualTo(PackedLocalDate.pack(day));
            assertThat(IsoDay.text(read)).isEqualTo(day.toString());
            assertThat(IsoDay.count(read)).isGreaterThan(before);
            before = IsoDay.count(read);
        }
        assertThat(IsoDay.text(read("0001-01-01"))).isEqualTo("0001-01-01");
        assertThat(IsoDay.text(read("9999-12-31"))).isEqualTo("9999-12-31");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29", "1900-02-29", "2024-02-30", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00",
                "2024-01-32", "0000-01-01", "2024/01/01", "2024-1-001", "20a4-01-01", "2024-01-0x", "+024-01-01"
            })
    void what_names_no_day_is_text(String text) {
        assertThat(read(text)).isNegative();
    }
}
