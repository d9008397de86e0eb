package cohortkit.claims.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.claims.Printed;
import cohortkit.claims.Verdict.Kind;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.Measure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures that stand in print, each with its paper, and what the checks say of them. */
class PublishedCasesTest {

    private static final Measure OR = Measure.ODDS_RATIO;

    static Stream<Arguments> shares() {
        return Stream.of(
                // Chen et al. 2012, risk factors and prevalence of RLS among pregnant women: 81.2 % of 48.
                Arguments.of(new CountShare(39, 48, Printed.parse("81.2%")), Kind.CONSISTENT, "rounded half to even"),
                Arguments.of(new ShareOfTotal(Printed.parse("10.4%"), 461), Kind.CONSISTENT, "48 of 461"),
                Arguments.of(new ShareOfTotal(Printed.parse("2.8%"), 461), Kind.CONSISTENT, "13 of 461"),
                // Tsai et al., RLS in haemodialysis in Taiwan.
                Arguments.of(new CountShare(48, 59, Printed.parse("81.3%")), Kind.POSSIBLE, "only if truncated"),
                // Ji 2007, psychiatric outpatients.
                Arguments.of(new CountShare(4, 34, Printed.parse("11.7%")), Kind.POSSIBLE, "only if truncated"),
                Arguments.of(new CountShare(34, 146, Printed.parse("23.3%")), Kind.CONSISTENT, "23.288%"),
                Arguments.of(new CountShare(15, 34, Printed.parse("44.1%")), Kind.CONSISTENT, "44.118%"),
                // Yildiz 2016, Ren Fail: restless legs and insomnia in hemodialysis patients.
                Arguments.of(new ShareOfTotal(Printed.parse("43.9%"), 156), Kind.CONTRADICTED, "69 is 44.231%"),
                Arguments.of(new ShareOfTotal(Printed.parse("57.1%"), 35), Kind.CONSISTENT, "20 of 35"),
                // Talih et al. 2018, doi 10.2147/NDT.S160742.
                Arguments.of(new ShareOfTotal(Printed.parse("67.4%"), 203), Kind.POSSIBLE, "137 of 203"),
                Arguments.of(new ShareOfTotal(Printed.parse("14.3%"), 203), Kind.CONSISTENT, "29 of 203"),
                Arguments.of(new ShareOfTotal(Printed.parse("18%"), 126), Kind.CONSISTENT, "23 of 126"),
                // Mucsi et al. 2005, doi 10.1093/ndt/gfh654.
                Arguments.of(new ShareOfTotal(Printed.parse("14%"), 333), Kind.CONSISTENT, "45 to 48 of 333"),
                Arguments.of(new ShareOfTotal(Printed.parse("35%"), 47), Kind.CONTRADICTED, "16 is 34.04%"),
                Arguments.of(new ShareOfTotal(Printed.parse("35%"), 45), Kind.POSSIBLE, "only if truncated"),
                Arguments.of(new ShareOfTotal(Printed.parse("35%"), 46), Kind.CONSISTENT, "16 of 46"),
                // HD cohort 2023 (Vanaparthy): percentages of the 76 with a sleep disorder, not of the 100.
                Arguments.of(new CountShare(64, 100, Printed.parse("84.21%")), Kind.CONTRADICTED, "a total of 76"),
                Arguments.of(new CountShare(7, 100, Printed.parse("9.21%")), Kind.CONTRADICTED, "a total of 76"),
                // Emami Naini et al. 2015, Adv Biomed Res 4:206.
                Arguments.of(new CountShare(103, 200, Printed.parse("51.5%")), Kind.CONSISTENT, "51.500%"),
                Arguments.of(new CountShare(52, 200, Printed.parse("26%")), Kind.CONSISTENT, "26.00%"),
                // Weber et al. 2022, Front Psychiatry 13:846165.
                Arguments.of(new ShareOfTotal(Printed.parse("16.4%"), 317), Kind.CONSISTENT, "52 of 317"),
                Arguments.of(new ShareOfTotal(Printed.parse("76.9%"), 52), Kind.CONSISTENT, "40 of 52"),
                // Dunietz et al. 2017, J Clin Sleep Med 13(7):863-870.
                Arguments.of(new ShareOfTotal(Printed.parse("36%"), 1563), Kind.CONSISTENT, "555 to 570"),
                // "Mimics" family study, Sleep Med, PMC2769267: shares of all 1,255 contacted.
                Arguments.of(new CountShare(42, 1255, Printed.parse("3.3%")), Kind.CONSISTENT, "3.347%"),
                Arguments.of(new CountShare(402, 1255, Printed.parse("32.0%")), Kind.CONSISTENT, "32.032%"),
                Arguments.of(new CountShare(788, 1255, Printed.parse("62.8%")), Kind.CONSISTENT, "62.789%"),
                Arguments.of(new CountShare(126, 788, Printed.parse("16%")), Kind.CONSISTENT, "15.99%"),
                // Mashhad 2023, psychiatric inpatients: three classes of 150.
                Arguments.of(ShareSum.ofWhole("66.7%", "22%", "11.3%"), Kind.POSSIBLE, "parts sum to"),
                // Beladi-Mousavi 2015: 60 women and 79 men.
                Arguments.of(ShareSum.ofWhole("43.2%", "56.8%"), Kind.POSSIBLE, "parts sum to"));
    }

    /** Of one group, and how many they are. */
    static Stream<Arguments> counts() {
        return Stream.of(
                // Molnar et al. 2005, Am J Kidney Dis: recipients of a kidney.
                Arguments.of(new ShareOfTotal(Printed.parse("4.8%"), 816), Kind.CONSISTENT, "39 of 816"),
                // Menezes 2018, PMC5845496: haemodialysis and peritoneal dialysis.
                Arguments.of(new ShareOfTotal(Printed.parse("19.3%"), 326), Kind.CONSISTENT, "63 of 326"),
                Arguments.of(new ShareOfTotal(Printed.parse("52.4%"), 63), Kind.CONSISTENT, "33 of 63"),
                // Wali 2015, PMC4375699.
                Arguments.of(new ShareOfTotal(Printed.parse("19.4%"), 355), Kind.CONSISTENT, "69 of 355"),
                // Beladi-Mousavi 2015.
                Arguments.of(new CountShare(22, 139, Printed.parse("15.8%")), Kind.CONSISTENT, "15.827%"),
                Arguments.of(new CountShare(11, 22, Printed.parse("50%")), Kind.CONSISTENT, "50.00%"),
                // Giannaki 2017, PMC5592428.
                Arguments.of(new ShareOfTotal(Printed.parse("43.5%"), 23), Kind.CONSISTENT, "10 of 23"),
                // Choi 2011, Korean J Schizophr Res 14:112.
                Arguments.of(new CountShare(25, 100, Printed.parse("25.0%")), Kind.CONSISTENT, "25.000%"),
                // Meharaban 2015, 231 pregnant women.
                Arguments.of(new ShareOfTotal(Printed.parse("43.7%"), 231), Kind.CONSISTENT, "101 of 231"),
                // Comparison in chronic kidney disease and transplantation, ERA abstract P0236.
                Arguments.of(new ShareOfTotal(Printed.parse("26.5%"), 117), Kind.CONSISTENT, "31 of 117"),
                Arguments.of(new ShareOfTotal(Printed.parse("32.1%"), 78), Kind.CONSISTENT, "25 of 78"),
                Arguments.of(new ShareOfTotal(Printed.parse("16.9%"), 89), Kind.CONSISTENT, "15 of 89"),
                // Perinatal Journal 2023: with RLS, of all.
                Arguments.of(new ShareOfTotal(Printed.parse("47.7%"), 109), Kind.CONSISTENT, "52 of 109"),
                // Ammar et al. 2025, Sci Rep 15:29128.
                Arguments.of(new ShareOfTotal(Printed.parse("25.4%"), 130), Kind.CONSISTENT, "33 of 130"));
    }

    static Stream<Arguments> estimates() {
        return Stream.of(
                // Tsai et al.: the two p-values are exchanged.
                Arguments.of(IntervalP.of(OR, "2.32 (1.23-4.39)", "p=.002"), Kind.CONTRADICTED, "0.00915 to 0.00980"),
                Arguments.of(IntervalP.of(OR, "2.73 (1.44-5.15)", "p=.009"), Kind.CONTRADICTED, "0.00196 to 0.00206"),
                Arguments.of(StatisticP.of(Statistic.R, ".26", "p=.043", "57"), Kind.POSSIBLE, "0.0"),
                // Shi et al. 2018, doi 10.3969/j.issn.1672-6731.2018.01.009.
                Arguments.of(IntervalP.of(OR, "3.387 (1.538-7.461)", "p=.002"), Kind.CONSISTENT, "0.0024"),
                Arguments.of(IntervalP.of(OR, "2.643 (1.457-4.795)", "p=.001"), Kind.CONSISTENT, "0.0013"),
                Arguments.of(IntervalP.of(OR, "3.542 (1.939-6.468)", "p=.000"), Kind.CONSISTENT, "0.00004"),
                Arguments.of(StatisticP.of(Statistic.CHI_SQUARE, "10.918", "p=.001", "1"), Kind.CONSISTENT, "0.0009"),
                // Dunietz et al. 2017: 1.9 is at the edge of its limits' middle.
                Arguments.of(IntervalSymmetry.of(OR, "2.2 (1.7-2.9)"), Kind.POSSIBLE, "printed 2.2"),
                Arguments.of(IntervalSymmetry.of(OR, "1.9 (1.4-2.4)"), Kind.POSSIBLE, "printed 1.9"),
                Arguments.of(IntervalSymmetry.of(OR, "1.6 (1.3-2.0)"), Kind.POSSIBLE, "printed 1.6"),
                // Molnar et al. 2005, Am J Kidney Dis.
                Arguments.of(IntervalP.of(OR, "2.2 (1.11-4.35)", "p<.05"), Kind.CONSISTENT, "0.02"),
                // Gorantla et al. 2024, magnesium citrate: a t interval of 12 people, and a limit that was cut off.
                Arguments.of(
                        IntervalP.of(Measure.MEAN_DIFFERENCE, "6.67 (2.33-11)", "p=.006"), Kind.POSSIBLE, "t tests"),
                Arguments.of(IntervalSymmetry.of(Measure.MEAN_DIFFERENCE, "8.5 (2.09-14)"), Kind.POSSIBLE, "truncated"),
                // Magnesium in older adults with insomnia, PMC8053283.
                Arguments.of(
                        IntervalP.of(Measure.MEAN_DIFFERENCE, "-17.36 (-27.27 to -7.44)", "p=.0006"),
                        Kind.CONSISTENT,
                        "0.00060"));
    }

    static Stream<Arguments> means() {
        return Stream.of(
                // Ammar et al. 2025, Sci Rep 15:29128: 33 with RLS, 97 without.
                Arguments.of(Grim.of("11.18", 33), Kind.CONSISTENT, "total 369"),
                Arguments.of(Grim.of("8.10", 97), Kind.CONSISTENT, "total 786"),
                Arguments.of(Grim.of("15.52", 33), Kind.CONSISTENT, "total 512"),
                Arguments.of(Grim.of("9.88", 97), Kind.CONSISTENT, "total 958"),
                Arguments.of(Grim.of("15.26", 33), Kind.CONTRADICTED, "503 has 15.2424, 504 has 15.2727"),
                Arguments.of(Grim.of("15.26", 31), Kind.CONSISTENT, "total 473"),
                Arguments.of(Grim.of("15.26", 27), Kind.CONSISTENT, "total 412"),
                Arguments.of(Grim.of("9.51", 97), Kind.CONSISTENT, "total 922"),
                Arguments.of(Grim.of("8.42", 33), Kind.CONSISTENT, "total 278"),
                Arguments.of(Grim.of("7.63", 97), Kind.CONSISTENT, "total 740"),
                // Hornyak et al. 1998, doi 10.1093/sleep/21.5.501: what each printed p needs.
                Arguments.of(PairedTest.of("17 ± 7", "7 ± 7", 10, "p<0.05"), Kind.POSSIBLE, "from -"),
                Arguments.of(PairedTest.of("33 ± 16", "21 ± 23", 10, "p=0.07"), Kind.POSSIBLE, "from 0."),
                Arguments.of(PairedTest.of("75 ± 12%", "85 ± 8%", 10, "p<0.01"), Kind.POSSIBLE, "from 0."));
    }

    @ParameterizedTest
    @MethodSource({"shares", "counts", "estimates", "means"})
    void a_published_figure_has_its_verdict(Check check, Kind kind, String reason) {
        Checked checked = check.checked();
        assertThat(checked.verdict().kind()).as(checked.toString()).isEqualTo(kind);
        assertThat(checked.verdict().reason()).contains(reason);
    }

    @Test
    void the_exchanged_p_values_of_Tsai_are_named() {
        SwappedPValues table = new SwappedPValues(List.of(
                IntervalP.of(OR, "2.32 (1.23-4.39)", "p=.002"), IntervalP.of(OR, "2.73 (1.44-5.15)", "p=.009")));
        assertThat(table.pairs()).containsExactly(List.of(0, 1));
    }

    /** Perinatal Journal 2023: "in the RLS group" 22.0 % severe and 20.2 % moderate, of 52 among 109. */
    @Test
    void the_denominator_of_the_pregnancy_survey_is_all() {
        StatedDenominator severity =
                StatedDenominator.of("the RLS group", Map.of("the RLS group", 52L, "all", 109L), "22.0%", "20.2%");
        assertThat(severity.checked().isContradicted()).isTrue();
        assertThat(severity.fitting()).containsExactly("all");
    }

    /** At a sensitivity of 90 %, which is not theirs, the specificity of "mimics" (662 of 788) leaves so few true positives. */
    @ParameterizedTest
    @CsvSource({"5%,22.8%", "10%,38.5%", "14%,47.8%", "18.8%,56.6%"})
    void a_questionnaire_alone_finds_more_false_than_true(String prevalence, String positive) {
        PredictiveValues values = new PredictiveValues(
                Printed.parse("90.00%"),
                Printed.parse("84.00%"),
                Printed.parse(prevalence),
                Optional.of(Printed.parse(positive)),
                Optional.empty());
        assertThat(values.checked().verdict().kind()).isEqualTo(Kind.POSSIBLE);
        assertThat(new CountShare(662, 788, Printed.parse("84.0%"))
                        .checked()
                        .verdict()
                        .kind())
                .isEqualTo(Kind.CONSISTENT);
    }

    /** Talih et al. 2018: no total of 180 to 203 has both of its percentages as whole numbers. */
    @Test
    void no_total_has_both_percentages_of_the_inpatients() {
        for (long n = 180; n <= 203; n++) {
            boolean both = new ShareOfTotal(Printed.parse("14.3%"), n)
                                    .checked()
                                    .verdict()
                                    .kind()
                            == Kind.CONSISTENT
                    && new ShareOfTotal(Printed.parse("67.4%"), n)
                                    .checked()
                                    .verdict()
                                    .kind()
                            == Kind.CONSISTENT;
            assertThat(both).as("" + n).isFalse();
        }
    }
}
