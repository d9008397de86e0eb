package cohortkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Cohort;
import cohortkit.stats.Glance;
import cohortkit.stats.Prevalence;
import cohortkit.stats.Tidy;
import cohortkit.stats.table.TableRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class StatTablesTest {

    @Test
    void terms_and_models_have_broom_s_columns() {
        assertThat(StatTables.tidy(List.of(new Tidy("age", 1, 0.5, 2, 0.045, 0.02, 1.98, "Wald")))
                        .toCsv())
                .isEqualTo("term,estimate,std.error,statistic,p.value,conf.low,conf.high,method\n"
                        + "age,1.0,0.5,2.0,0.045,0.02,1.98,Wald\n");
        assertThat(StatTables.glance(new Glance(10, 8, 13.5, 12.5, -6.25, 16.5, 17.1))
                        .toCsv())
                .isEqualTo("nobs,df.residual,null.deviance,deviance,logLik,AIC,BIC\n10,8,13.5,12.5,-6.25,16.5,17.1\n");
    }

    @Test
    void a_result_is_a_tablesaw_table_with_its_types() {
        Table tidy = StatTables.tidy(List.of(
                        new Tidy("age", 1, 0.5, 2, 0.045, Double.NEGATIVE_INFINITY, 1.98, "Wald"),
                        new Tidy("sex", Double.NaN, 0.5, 2, 0.045, 0, 1.98, "aliased")))
                .table();
        Table glance = StatTables.glance(new Glance(10, 8, 13.5, 12.5, -6.25, 16.5, 17.1))
                .table();

        assertThat(tidy.columnNames()).startsWith("term", "estimate", "std.error");
        assertThat(tidy.stringColumn("term").asList()).containsExactly("age", "sex");
        assertThat(tidy.doubleColumn("conf.low").get(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(tidy.doubleColumn("estimate").isMissing(1)).isTrue();
        assertThat(glance.longColumn("nobs").get(0)).isEqualTo(10);
        assertThat(glance.doubleColumn("logLik").get(0)).isEqualTo(-6.25);
    }

    @Test
    void measures_have_one_row_a_method() {
        assertThat(StatTables.measures(List.of(new TableRow("risk ratio", "log Wald", 2, 1, 4, 1.96, 0.05)))
                        .toCsv())
                .isEqualTo("measure,method,estimate,conf.low,conf.high,statistic,p.value\n"
                        + "risk ratio,log Wald,2.0,1.0,4.0,1.96,0.05\n");
    }

    /** One of four: p = 1/4, sqrt(p (1 - p) / n) = sqrt(3) / 8. */
    @Test
    void prevalences_name_their_group_and_carry_the_binomial_standard_error() {
        Cohort cohort = Cohort.of(Table.create(
                "t",
                IntColumn.create("sick", new int[] {1, 0, 0, 0}),
                StringColumn.create("site", "a", "a", "a", "a")));
        String all =
                StatTables.prevalences(List.of(Prevalence.of(cohort, "sick"))).toCsv();
        String one =
                StatTables.prevalences(Prevalence.by(cohort, "sick", "site")).toCsv();

        assertThat(all).startsWith("term,n,missing,estimate,std.error,conf.low,conf.high,method\nsick,4,0,0.25,");
        assertThat(all).contains("," + Math.sqrt(3) / 8 + ",").endsWith(",Wilson\n");
        assertThat(one).contains("\nsick (site = a),4,0,0.25,");
    }
}
