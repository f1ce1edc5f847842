// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.query.Aggregate;
import dev.signalbox.protocol.query.Column;
import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Expression.Comparison;
import dev.signalbox.protocol.query.Expression.Reference;
import dev.signalbox.protocol.query.Expression.Relation;
import dev.signalbox.protocol.query.Order;
import dev.signalbox.protocol.query.Path;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
    @Test
    void aWholeQueryHasAllItsClauses() {
        Query query = QueryParser.query("select top 5 properties.reported.config.status AS status, COUNT() as devices"
                + " FROM devices WHERE tags.site = 'north' GROUP BY properties.reported.config.status"
                + " ORDER BY properties.reported.config.status DESC");

        var status = Path.of("properties", "reported", "config", "status");
        assertThat(query)
                .isEqualTo(new Query(
                        OptionalInt.of(5),
                        List.of(
                                new Column.Selected(status, "status"),
                                new Column.Aggregated(Aggregate.COUNT, Optional.empty(), "devices")),
                        Source.DEVICES,
                        Optional.of(equal(Path.of("tags", "site"), "north")),
                        List.of(status),
                        List.of(new Order(status, true))));
    }

    @Test
    void whatIsWrongHasAColumnAndSaysWhatWasExpected() {
        assertThatExceptionOfType(QueryRefused.class)
                .isThrownBy(() -> QueryParser.twinCondition("tags.site = 'north' AND"))
                .satisfies(refused -> {
                    assertThat(refused.column()).isEqualTo(24);
                    assertThat(refused.why()).startsWith("expected ").endsWith("but found the end");
                    assertThat(refused.problem().what()).contains("column 24: " + refused.why());
                });
    }

    @Test
    void namesThatIoTHubGivesAreTakenInAnyCaseAndWithoutTheirDocuments() {
        assertThat(QueryParser.query("SELECT DeviceId, LASTACTIVITYTIME FROM devices WHERE devices.Tags.Site = 'n'"))
                .isEqualTo(QueryParser.query("SELECT deviceId, lastActivityTime FROM devices WHERE tags.Site = 'n'"));
        assertThat(QueryParser.query("SELECT * FROM devices.jobs WHERE devices.jobs.JobId = 'x'")
                        .where())
                .contains(equal(Path.of("jobId"), "x"));
        assertThat(QueryParser.twinCondition("DeviceId = 'x'")).isEqualTo(equal(Path.of("deviceId"), "x"));
        assertThat(QueryParser.condition("DeviceId = 'x'")).isEqualTo(equal(Path.of("DeviceId"), "x"));
    }

    @Test
    void oddNamesStandInBrackets() {
        assertThat(QueryParser.condition("['odd name'].a[[group]][0].where.1st = 'x'"))
                .isEqualTo(equal(
                        new Path(List.of(
                                new Path.Name("odd name"),
                                new Path.Name("a"),
                                new Path.Name("group"),
                                new Path.Index(0),
                                new Path.Name("where"),
                                new Path.Name("1st"))),
                        "x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a = 1 OR b = 2 AND NOT c = 3   | ((a = 1) OR ((b = 2) AND (NOT (c = 3))))
            a + 2 * 3 - 1 = -4             | (((a + (2 * 3)) - 1) = -4)
            -a < 0x1F                      | ((-1 * a) < 31)
            a NOT IN [1, -2.5e1, "x"]      | (a NIN [1, -25, 'x'])
            starts_with(a, 'it\\'s \\u0041') | STARTSWITH(a, 'it\\'s A')
            a <> null and is_defined(b)    | ((a != null) AND IS_DEFINED(b))
            true.x = TRUE                  | (['true'].x = true)
            """)
    void operatorsBindAsUsual(String text, String written) {
        assertThat(QueryWriter.write(QueryParser.condition(text))).isEqualTo(written);
        assertThat(QueryParser.condition(written)).isEqualTo(QueryParser.condition(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT * FORM devices                    | column 10: expected FROM but found "FORM"
            SELECT * FROM device                     | column 15: expected devices, devices.modules or devices.jobs
            SELECT * FROM devices WHERE              | column 28: expected a path, a value, a function or "(" but found the end
            SELECT * FROM devices WHERE a = 'x       | column 33: the text that begins there has no closing quote
            SELECT * FROM devices WHERE a IN ('x')   | column 34: expected "["
            SELECT * FROM devices WHERE a = 1 b      | column 35: expected AND, OR, an operator, GROUP BY, ORDER BY or the end but found "b"
            SELECT * FROM devices WHERE foo(a) = 1   | column 29: expected a function but found "foo"
            SELECT * FROM devices WHERE group = 1    | column 29: expected a path; a property of that name is written [[group]]
            SELECT TOP 0 * FROM devices              | column 12: expected a number from 1 to 1000000 but found "0"
            SELECT a, b AS a FROM devices            | column 11: there are two columns called "a"
            SELECT a, COUNT() FROM devices           | column 8: the column "a" is neither an aggregate nor in GROUP BY
            SELECT COUNT() FROM devices.jobs         | column 8: devices.jobs can only be asked with SELECT *
            SELECT * FROM devices WHERE a = 12x      | column 33: a number ends with a letter
            SELECT * FROM devices WHERE a ; b        | column 31: expected a name, a value or an operator but found ";"
            """)
    void whatIsWrongIsToldWithItsColumn(String text, String told) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> QueryParser.query(text))
                .withMessageContaining(told);
    }

    @Test
    void aWholeQueryIsNoCondition() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> QueryParser.twinCondition("SELECT * FROM devices WHERE tags.a = 1"))
                .satisfies(refused ->
                        assertThat(refused.problem().remedy()).isEqualTo("Leave only what stands after WHERE."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "NOT ", "-", "LENGTH("})
    void nestingIsBounded(String opening) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> QueryParser.condition(opening.repeat(1000) + "a"))
                .withMessageContaining("nested more than 50 deep");
    }

    @Test
    void lengthAndListsAreBounded() {
        for (String large : List.of("a".repeat(8193), "a" + "+1".repeat(100), "a IN [1" + ",1".repeat(1000) + "]")) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> QueryParser.condition(large))
                    .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo("query.too-large"));
        }
        assertThat(QueryParser.condition("a=1" + " OR a=1".repeat(1000))).isInstanceOf(Expression.Or.class);
    }

    private static Expression equal(Path path, String text) {
        return new Comparison(Relation.EQUAL, new Reference(path), new Expression.Text(text));
    }
}
