// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EvaluatorTest {
    private static final JsonNode PUMP = Json.mapper().readTree("""
            {"deviceId": "pump-1", "on": true, "nothing": null, "level": 5, "half": 0.5, "name": "Größe 😀",
             "face": "😀", "big": "\uFFFD", "tags": {"site": "north"}, "list": [1, {"x": "y"}], "odd name": {"a.b": 1}}
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deviceId = 'pump-1' AND tags.site != 'south'",
                "on",
                "NOT (on = false)",
                "nothing = null AND IS_NULL(nothing) AND IS_DEFINED(nothing)",
                "level IN [1, 5] AND level NIN [2, 'x']",
                "level != null AND level != 'x'",
                "level * 2 + 1 = 11 AND level % 2 = 1 AND level / 2 = 2.5",
                "5.5 % 2 = 1.5",
                "tags.site >= 'm' AND tags.site < 'o'",
                "face > big", // code points, not UTF-16
                "LENGTH(name) = 7 AND INDEX_OF(name, '😀') = 6",
                "SUBSTRING(name, 6) = '😀' AND SUBSTRING(name, 0, 2) = 'Gr'",
                "STARTSWITH(deviceId, 'pump') AND ENDSWITH(deviceId, '-1') AND CONTAINS(deviceId, 'mp-')",
                "CONCAT(tags.site, '!', 'x') = 'north!x' AND UPPER(tags.site) = 'NORTH'",
                "AS_NUMBER('1e3') = 1000 AND ABS(-2) = 2 AND SQRT(16) = 4 AND POWER(2, 10) = 1024",
                "list[0] = 1 AND list[1].x = 'y' AND IS_ARRAY(list) AND IS_OBJECT(list[1])",
                "['odd name']['a.b'] = 1",
                "IS_PRIMITIVE(half) AND NOT IS_PRIMITIVE(tags) AND NOT IS_DEFINED(missing)",
                "missing = 1 OR on",
                "undefined OR true"
            })
    void holds(String condition) {
        assertThat(Evaluator.matches(QueryParser.condition(condition), PUMP)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing = 1",
                "missing != 1",
                "NOT (missing = 1)",
                "missing = missing",
                "missing NIN [1]",
                "missing = undefined",
                "level < 'x'",
                "NOT (level < 'x')",
                "level > null",
                "tags = tags",
                "tags != null",
                "level",
                "NOT level",
                "level / 0 = level / 0",
                "level + 'x' = '5x'",
                "AS_NUMBER('five') < 10",
                "LENGTH(level) = 1",
                "undefined AND true",
                "list[7] = 1"
            })
    void doesNotHold(String condition) {
        assertThat(Evaluator.matches(QueryParser.condition(condition), PUMP)).isFalse();
    }

    @Test
    void rowsAreGroupedAndCounted() {
        var query = QueryParser.query("SELECT tags.site AS site, COUNT() AS devices, AVG(level) AS level"
                + " FROM devices WHERE level != 99 GROUP BY tags.site ORDER BY tags.site DESC");

        assertThat(Rows.of(
                        query,
                        documents(
                                "{'tags': {'site': 'a'}, 'level': 1}",
                                "{'tags': {'site': 'b'}, 'level': 2}",
                                "{'level': 'x'}",
                                "{'level': 99}",
                                "{'tags': {'site': 'a'}, 'level': 2}")))
                .hasToString("[{\"site\":\"b\",\"devices\":1,\"level\":2},"
                        + " {\"site\":\"a\",\"devices\":2,\"level\":1.5}, {\"devices\":1}]");
    }

    @Test
    void rowsHoldTheColumnsThatAreDefinedInOrder() {
        var query = QueryParser.query("SELECT TOP 2 DeviceId, tags.site AS 'the site' FROM devices ORDER BY level");

        assertThat(Rows.of(
                        query,
                        documents(
                                "{'deviceId': 'c', 'level': 'x'}",
                                "{'deviceId': 'b', 'level': 2, 'tags': {'site': 'n'}}",
                                "{'deviceId': 'a'}")))
                .containsExactlyElementsOf(documents("{'deviceId': 'a'}", "{'deviceId': 'b', 'the site': 'n'}")
                        .toList());
    }

    private static Stream<ObjectNode> documents(String... texts) {
        return Stream.of(texts).map(text -> Json.read(text.replace('\'', '"'), ObjectNode.class));
    }
}
