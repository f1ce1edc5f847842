// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// Jobs as back ends use them.
@Timeout(180)
class JobTest extends OnSite {
    private JobDesk jobs;

    @BeforeEach
    void start() {
        jobs = new JobDesk(BackEnd.owner(desk));
    }

    @Test
    void twinsOfAllThatMatchAreChanged() {
        desk.addNode("pump-1", Map.of("hall", "B"));
        desk.addNode("pump-2", Map.of("hall", "B"));
        desk.addNode("pump-3", Map.of("hall", "C"));
        JsonNode made = jobs.create("tune", """
                {"jobId":"tune","type":"scheduleUpdateTwin","queryCondition":"tags.hall = 'B'",
                 "cloudToDeviceMethod":null,"startTime":null,"maxExecutionTimeInSeconds":60,
                 "updateTwin":{"etag":"*","tags":{"tuned":true},"properties":{"desired":{"speed":3}}}}""");
        assertThat(made.path("type").stringValue()).isEqualTo("scheduleUpdateTwin");
        assertThat(made.has("cloudToDeviceMethod")).isFalse();
        JsonNode done = jobs.ended("tune");
        assertThat(done.path("status").stringValue()).isEqualTo("completed");
        assertThat(done.path("deviceJobStatistics").toString())
                .isEqualTo("{\"deviceCount\":2,\"failedCount\":0,\"succeededCount\":2,\"runningCount\":0,"
                        + "\"pendingCount\":0}");
        assertThat(jobs.backEnd().get("/twins/pump-1").body())
                .contains("\"speed\":3")
                .contains("\"tuned\":true");
        assertThat(jobs.backEnd().get("/twins/pump-3").body()).doesNotContain("speed");
        assertThat(jobs.rows("tune").map(row -> row.path("status").stringValue()))
                .containsExactly("completed", "completed");
    }

    @Test
    void aMethodIsCalledAndEachAnswerKept() throws Exception {
        var first = desk.addNode("pump-1", Map.of());
        var second = desk.addNode("pump-2", Map.of());
        try (var one = Pump.signedIn(site, first);
                var two = Pump.signedIn(site, second)) {
            one.listen(Topics.METHOD_CALLS, 0);
            two.listen(Topics.METHOD_CALLS, 0);
            jobs.create("stop-all", method("IS_DEFINED(deviceId)", "stop", 60));
            one.answers(200, "{\"stopped\":true}");
            two.answers(500, "\"jammed\"");
            jobs.ended("stop-all");
        }
        assertThat(jobs.rows("stop-all").map(row -> row.path("outcome").toString()))
                .containsExactly(
                        "{\"deviceMethodResponse\":{\"status\":200,\"payload\":{\"stopped\":true}}}",
                        "{\"deviceMethodResponse\":{\"status\":500,\"payload\":\"jammed\"}}");
        JsonNode job = jobs.get("stop-all");
        assertThat(job.path("cloudToDeviceMethod").path("methodName").stringValue())
                .isEqualTo("stop");
        assertThat(job.has("updateTwin")).isFalse();
        assertThat(job.path("endTime").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void oneWhoIsAwayIsWaitedForAndHearsOnce() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        jobs.create("stop", method("*", "stop", 60));
        jobs.tallies("stop", "pendingCount", 1);
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.METHOD_CALLS, 0);
            pump.answers(200, "1");
            assertThat(jobs.ended("stop").path("status").stringValue()).isEqualTo("completed");
            assertThat(pump.heard).isEmpty();
        }
    }

    @Test
    void oneWhoStaysAwayFailsWhenTheWindowCloses() {
        desk.addNode("pump-1", Map.of());
        jobs.create("stop", method("*", "stop", 1));
        JsonNode done = jobs.ended("stop");
        assertThat(done.path("deviceJobStatistics").path("failedCount").intValue())
                .isEqualTo(1);
        assertThat(jobs.rows("stop").map(row -> row.path("error").path("code").stringValue()))
                .containsExactly("job.window-closed");
    }

    @Test
    void aJobForLaterWaitsAndCanBeCancelled() {
        desk.addNode("pump-1", Map.of());
        String later = Instant.now().plusSeconds(3600).toString();
        jobs.create("later", method("*", "stop", 60).replace("{\"type\"", "{\"startTime\":\"" + later + "\",\"type\""));
        assertThat(jobs.get("later").path("status").stringValue()).isEqualTo("scheduled");
        jobs.create("now", method("*", "stop", 60));
        jobs.tallies("now", "pendingCount", 1);
        for (String id : List.of("later", "now")) {
            var answer = jobs.backEnd().ask("POST", "/jobs/v2/" + id + "/cancel", "{}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(jobs.get(id).path("status").stringValue()).isEqualTo("cancelled");
            assertThat(jobs.backEnd()
                            .ask("POST", "/jobs/v2/" + id + "/cancel", "")
                            .statusCode())
                    .isEqualTo(409);
        }
        assertThat(jobs.get("now")
                        .path("deviceJobStatistics")
                        .path("failedCount")
                        .intValue())
                .isEqualTo(1);
        assertThat(jobs.rows("now").map(row -> row.path("status").stringValue()))
                .containsExactly("cancelled");
    }

    @Test
    void whatCouldOnlyFailLaterIsRefusedAtOnce() {
        String good = method("*", "stop", 60);
        for (String bad : List.of(
                good.replace("\"*\"", "\"SELECT * FROM devices\""),
                good.replace("\"*\"", "\"tags.hall = \""),
                good.replace("\"*\"", "\"\""),
                good.replace("\"*\"", "\"" + "x".repeat(9000) + "\""),
                good.replace("scheduleDeviceMethod", "exportDevices"),
                good.replace("scheduleDeviceMethod", "scheduleUpdateTwin"),
                good.replace("\"stop\"", "\"signalbox.stop\""),
                good.replace(":60", ":-1"),
                good.replace("{\"type\"", "{\"startTime\":\"soon\",\"type\""),
                good.replace("{\"type\"", "{\"jobId\":\"other\",\"type\""),
                "{\"type\":\"scheduleUpdateTwin\",\"queryCondition\":\"*\","
                        + "\"updateTwin\":{\"properties\":{\"desired\":{\"signalbox\":null}}}}")) {
            var answer = jobs.backEnd().ask("PUT", "/jobs/v2/j", bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(jobs.backEnd().ask("PUT", "/jobs/v2/a.b", good).statusCode()).isEqualTo(400);
        assertThat(jobs.backEnd().get("/jobs/v2/j").statusCode()).isEqualTo(404);
        assertThat(jobs.backEnd().json("/jobs/v2/query").size()).isZero();
    }

    @Test
    void jobsAreListedFilteredAndPaged() {
        for (int i = 0; i < 5; i++) {
            jobs.create("m" + i, method("*", "stop", 60));
            jobs.ended("m" + i);
        }
        jobs.create("t", "{\"type\":\"scheduleUpdateTwin\",\"queryCondition\":\"*\",\"updateTwin\":{\"tags\":{}}}");
        assertThat(jobs.backEnd().ask("PUT", "/jobs/v2/t", method("*", "x", 1)).statusCode())
                .isEqualTo(409);
        jobs.ended("t");
        assertThat(jobs.backEnd()
                        .json("/jobs/v2/query?jobType=scheduleUpdateTwin&jobStatus=completed")
                        .findValuesAsString("jobId"))
                .containsExactly("t");
        var first = jobs.backEnd().ask("GET", "/jobs/v2/query", "", "x-ms-max-item-count", "4");
        String token = first.headers().firstValue("x-ms-continuation").orElseThrow();
        var second =
                jobs.backEnd().ask("GET", "/jobs/v2/query", "", "x-ms-max-item-count", "4", "x-ms-continuation", token);
        assertThat(BackEnd.tree(first).findValuesAsString("jobId")).containsExactly("m0", "m1", "m2", "m3");
        assertThat(BackEnd.tree(second).findValuesAsString("jobId")).containsExactly("m4", "t");
        assertThat(second.headers().firstValue("x-ms-continuation")).isEmpty();
    }

    @Test
    void tooManyJobsAtOnceAreRefusedAsThrottled() {
        desk.addNode("pump-1", Map.of());
        for (int i = 0; i < 10; i++) {
            jobs.create("m" + i, method("*", "stop", 60));
        }
        var refused = jobs.backEnd().ask("PUT", "/jobs/v2/m10", method("*", "stop", 60));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("iothub-errorcode")).contains("ThrottlingMaxActiveJobCountExceeded");
    }

    @Test
    void tenRunAtOnceAndTheOthersWaitForTheirTurn() {
        desk.addNode("pump-1", Map.of());
        String soon = Instant.now().plusSeconds(1).toString();
        for (int i = 0; i < 12; i++) {
            jobs.create(
                    "m" + i, method("*", "stop", 60).replace("{\"type\"", "{\"startTime\":\"" + soon + "\",\"type\""));
        }
        Site.await(() -> count("running") == 10 && count("queued") == 2);
        assertThat(jobs.get("m11").path("status").stringValue()).isEqualTo("queued");
        jobs.backEnd().ask("POST", "/jobs/v2/m0/cancel", "{}");
        Site.await(() -> count("running") == 10 && count("queued") == 1);
    }

    private int count(String status) {
        return jobs.backEnd().json("/jobs/v2/query?jobStatus=" + status).size();
    }

    @Test
    void aJobGoesOnAfterTheHubWasStopped() throws Exception {
        DeviceKeys keys = desk.addNode("pump-1", Map.of());
        jobs.create("stop", method("*", "stop", 60));
        jobs.tallies("stop", "pendingCount", 1);
        site.restart();
        try (var again = new Desk(site);
                var pump = Pump.signedIn(site, keys)) {
            var sameJobs =
                    new JobDesk(new BackEnd(again, "iothubowner", jobs.backEnd().key()));
            pump.listen(Topics.METHOD_CALLS, 0);
            pump.answers(200, "1");
            sameJobs.ended("stop");
            assertThat(Json.writeText(sameJobs.rows("stop").findFirst().orElseThrow()))
                    .contains("\"status\":\"completed\"");
        }
    }

    static String method(String condition, String name, int seconds) {
        return "{\"type\":\"scheduleDeviceMethod\",\"queryCondition\":\"" + condition
                + "\",\"cloudToDeviceMethod\":{\"methodName\":\"" + name
                + "\",\"payload\":{\"now\":true},\"responseTimeoutInSeconds\":30},\"maxExecutionTimeInSeconds\":"
                + seconds + "}";
    }
}
