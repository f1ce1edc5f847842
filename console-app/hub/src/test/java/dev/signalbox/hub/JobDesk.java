// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A back end that makes jobs and watches them. Each look checks that a tally adds up.
record JobDesk(BackEnd backEnd) {
    JsonNode create(String id, String body) {
        var answer = backEnd.ask("PUT", "/jobs/v2/" + id, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return BackEnd.tree(answer);
    }

    JsonNode get(String id) {
        JsonNode job = backEnd.json("/jobs/v2/" + id);
        JsonNode tally = job.path("deviceJobStatistics");
        int sum = Stream.of("failedCount", "succeededCount", "runningCount", "pendingCount")
                .mapToInt(name -> tally.path(name).intValue())
                .sum();
        assertThat(sum).as(job.toString()).isEqualTo(tally.path("deviceCount").intValue());
        return job;
    }

    JsonNode ended(String id) {
        Site.await(() -> List.of("completed", "failed", "cancelled")
                .contains(get(id).path("status").stringValue()));
        return get(id);
    }

    void tallies(String id, String name, int count) {
        Site.await(() -> get(id).path("deviceJobStatistics").path(name).intValue() == count);
    }

    /// Device by device.
    Stream<JsonNode> rows(String id) {
        String query = "SELECT * FROM devices.jobs WHERE devices.jobs.jobId = '" + id + "'";
        return BackEnd.tree(backEnd.ask("POST", "/devices/query", "{\"query\":\"" + query + "\"}"))
                .valueStream();
    }
}
