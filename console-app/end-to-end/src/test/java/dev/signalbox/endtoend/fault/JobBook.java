// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.Await;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The back end's jobs: which the hub has said it took, and what became of them.
final class JobBook {
    private static final List<String> ENDED = List.of("completed", "failed", "cancelled");

    private final Desk desk;
    private final Map<String, Boolean> promised = new LinkedHashMap<>();

    JobBook(Desk desk) {
        this.desk = desk;
    }

    /// Asks for a job over the devices of a condition; the hub may die over it.
    void ask(String id, String condition, int seconds) {
        String body = """
                {"type":"scheduleDeviceMethod","queryCondition":"%s","maxExecutionTimeInSeconds":%d,
                 "cloudToDeviceMethod":{"methodName":"work","payload":{"job":"%s"},"responseTimeoutInSeconds":10}}""".formatted(condition, seconds, id);
        promised.put(id, false);
        try {
            Desk.Answer answer = desk.ask("PUT", "/jobs/v2/" + id, body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            promised.put(id, true);
        } catch (IOException hubIsGone) {
            // whether there is such a job shows later
        }
    }

    /// Waits until all have ended, and holds each against the ledger: every target has one outcome, nothing was done
    /// twice, and what is said to be done was done.
    void settle(Ledger ledger, int targets) {
        promised.keySet().stream().filter(this::exists).forEach(id -> {
            JsonNode job = ended(id);
            JsonNode tally = job.path("deviceJobStatistics");
            assertThat(count(tally, "deviceCount")).as(job.toString()).isEqualTo(targets);
            assertThat(count(tally, "runningCount") + count(tally, "pendingCount"))
                    .as(job.toString())
                    .isZero();
            List<JsonNode> rows = rows(id).toList();
            assertThat(rows).hasSize(targets);
            assertThat(rows).allMatch(row -> ENDED.contains(row.path("status").stringValue()));
            assertThat(with(rows, "completed")).hasSize(count(tally, "succeededCount"));
            assertThat(with(rows, "completed"))
                    .allMatch(device -> ledger.executed().containsKey(new Ledger.Errand(id, device)));
        });
        assertThat(ledger.executed())
                .allSatisfy((errand, times) ->
                        assertThat(times).as(errand.toString()).isEqualTo(1));
    }

    /// One that the hub took must be there, whatever happened since.
    private boolean exists(String id) {
        int status = desk.surely("GET", "/jobs/v2/" + id, "").status();
        assertThat(status).as(id).isIn(promised.getOrDefault(id, false) ? List.of(200) : List.of(200, 404));
        return status == 200;
    }

    /// Waits until it has ended.
    JsonNode ended(String id) {
        Await.until(
                id + " ended",
                HubSite.SOON.multipliedBy(3),
                () -> ENDED.contains(get(id).path("status").stringValue()));
        return get(id);
    }

    private JsonNode get(String id) {
        return desk.surely("GET", "/jobs/v2/" + id, "").json();
    }

    /// Device by device.
    Stream<JsonNode> rows(String id) {
        String query = "SELECT * FROM devices.jobs WHERE devices.jobs.jobId = '" + id + "'";
        return desk.surely("POST", "/devices/query", "{\"query\":\"" + query + "\"}")
                .json()
                .valueStream();
    }

    static List<String> with(List<JsonNode> rows, String status) {
        return rows.stream()
                .filter(row -> row.path("status").stringValue().equals(status))
                .map(row -> row.path("deviceId").stringValue())
                .toList();
    }

    private static int count(JsonNode tally, String name) {
        return tally.path(name).intValue();
    }
}
