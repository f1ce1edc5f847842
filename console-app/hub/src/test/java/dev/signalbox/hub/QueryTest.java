// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.query.AskedQuery;
import dev.signalbox.operator.query.QueryRows;
import dev.signalbox.operator.query.SavedQuery;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Queries as operators ask and keep them.
@Timeout(180)
class QueryTest extends OnSite {
    @Test
    void rowsComePageByPage() {
        for (int i = 0; i < 5; i++) {
            desk.addNode("pump-" + i, Map.of("hall", i < 3 ? "B" : "C"));
        }
        String query = "SELECT deviceId FROM devices WHERE tags.hall = 'B'";
        QueryRows first = rows(new AskedQuery(query, 2, ""));
        QueryRows second = rows(new AskedQuery(query, 2, first.continuation()));
        assertThat(first.rows()).map(row -> row.path("deviceId").stringValue()).containsExactly("pump-0", "pump-1");
        assertThat(second.rows()).map(Object::toString).containsExactly("{\"deviceId\":\"pump-2\"}");
        assertThat(second.continuation()).isEmpty();
    }

    @Test
    void whatIsNoQueryIsExplained() {
        assertThat(refusal(new AskedQuery("SELECT * FROM devices WHERE tags.a = ", 10, "")))
                .contains("query.malformed")
                .contains("column 38");
        assertThat(refusal(new AskedQuery("tags.a = 1", 10, ""))).contains("expected SELECT");
        assertThat(refusal(new AskedQuery("SELECT * FROM devices", 0, ""))).contains("most is 1 to 1000");
        assertThat(refusal(new AskedQuery("SELECT * FROM devices", 10, "rubbish")))
                .contains("continuation");
        assertThat(refusal(Map.of("query", 3))).contains("json.");
    }

    @Test
    void aQueryIsKeptUnderItsNameOverARestart() {
        assertThat(put("Hall B", "tags.hall = 'B'")).isEqualTo(200);
        assertThat(put("hall b", "tags.hall = 'b'")).isEqualTo(200);
        site.restart();
        assertThat(Json.read(desk.get(Paths.SAVED_QUERIES).body(), SavedQuery[].class))
                .containsExactly(new SavedQuery("hall b", "tags.hall = 'b'"));
        assertThat(desk.ask("DELETE", Paths.SAVED_QUERIES + "/hall%20b", "").statusCode())
                .isEqualTo(204);
        assertThat(desk.ask("DELETE", Paths.SAVED_QUERIES + "/hall%20b", "").statusCode())
                .isEqualTo(404);
        assertThat(put("x".repeat(65), "*")).isEqualTo(400);
        assertThat(put("empty", " ")).isEqualTo(400);
        assertThat(put("long", "x".repeat(8193))).isEqualTo(400);
    }

    private int put(String name, String query) {
        return desk.ask("PUT", Paths.SAVED_QUERIES + "/" + name.replace(" ", "%20"), new SavedQuery(name, query))
                .statusCode();
    }

    private QueryRows rows(AskedQuery asked) {
        var answer = desk.ask("POST", Paths.QUERY, asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body(), QueryRows.class);
    }

    private String refusal(Object asked) {
        var answer = desk.ask("POST", Paths.QUERY, asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return answer.body();
    }
}
