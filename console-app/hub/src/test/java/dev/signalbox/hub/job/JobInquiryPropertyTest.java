// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.query.Page;
import dev.signalbox.hub.query.PageRequest;
import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.hub.store.sqlite.leaf.Chance;
import dev.signalbox.hub.store.sqlite.leaf.RandomQuery;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.query.Rows;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// What SQLite finds of jobs is what the evaluator finds. Set `signalbox.seed` to see the same ones again.
class JobInquiryPropertyTest {
    private static final int JOBS = 4;
    private static final int DEVICES = 30;
    private static final int QUERIES = 3_000;

    @TempDir
    Path folder;

    @Test
    void whatIsFoundOfJobsIsWhatTheirDocumentsSay() {
        long seed = Long.getLong("signalbox.seed", System.nanoTime());
        System.out.println("signalbox.seed=" + seed);
        var chance = new Chance(seed);
        try (var registry = SqliteRegistry.open(folder.resolve("registry.db"))) {
            List<ObjectNode> documents = registry.commit(records -> fill(records, chance));
            var inquiry = new JobInquiry(registry);
            var queries = new RandomQuery(chance, Source.JOBS);
            int hits = 0;
            for (int i = 0; i < QUERIES; i++) {
                Query query = queries.query();
                List<ObjectNode> expected = Rows.of(query, documents.stream());
                assertThat(all(inquiry, query, chance)).as(query.toString()).hasToString(expected.toString());
                hits += expected.isEmpty() ? 0 : 1;
            }
            assertThat(hits).as("some must find something").isGreaterThan(QUERIES / 5);
        }
    }

    private static List<ObjectNode> all(JobInquiry inquiry, Query query, Chance chance) {
        int most = 1 + chance.random.nextInt(JOBS * DEVICES);
        List<ObjectNode> rows = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page page = inquiry.answer(query, new PageRequest(most, next));
            rows.addAll(page.rows());
            next = page.continuation();
        } while (next.isPresent());
        return rows;
    }

    private static List<ObjectNode> fill(Records records, Chance chance) {
        List<ObjectNode> documents = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            Instant at = Instant.ofEpochMilli(i * 1500L);
            String type = i % 2 == 0 ? JobAction.METHOD : JobAction.TWIN;
            records.jobs()
                    .add(
                            new StoredJob.Order(
                                    "job-" + i, type, "*", "{}", at, Duration.ofHours(1), StoredJob.Manner.PLAIN),
                            at,
                            JobState.QUEUED);
            StoredJob job = records.jobs().find("job-" + i).orElseThrow();
            IntStream.range(0, DEVICES)
                    .mapToObj(number -> new DeviceId("device-" + number))
                    .sorted((one, other) -> one.value().compareTo(other.value()))
                    .map(id -> device(job, id, chance))
                    .forEach(device -> {
                        records.jobDevices().put(device);
                        documents.add(JobDocument.of(job, device));
                    });
        }
        return documents;
    }

    private static StoredJobDevice device(StoredJob job, DeviceId id, Chance chance) {
        Instant at = job.createdAt().plusNanos(chance.random.nextInt(3) * 1_000L);
        StoredJobDevice pending = StoredJobDevice.pending(job.id(), id, at);
        return switch (chance.random.nextInt(5)) {
            case 0 -> pending;
            case 1 -> pending.running(at.plusMillis(5));
            case 2 ->
                pending.running(at).failed(at.plusNanos(1_999_999), chance.oneOf(List.of("a", "1")), chance.text());
            case 3 -> pending.cancelled(at.plusSeconds(1));
            default -> pending.running(at).succeeded(at.plusMillis(7), answer(chance));
        };
    }

    private static String answer(Chance chance) {
        ObjectNode answer = Json.mapper().createObjectNode().put("status", 200 + chance.random.nextInt(2));
        answer.set("payload", chance.object(1));
        return Json.writeText(answer);
    }
}
