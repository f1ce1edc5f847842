// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.job.ManyDevices;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.testing.process.JavaProgram;
import dev.signalbox.testing.process.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Jobs of a hub that runs as a process of its own and is killed.
@Timeout(120)
class JobCrashTest {
    private static final int PUMPS = 12;

    @TempDir
    Path folder;

    private final List<DeviceKeys> keys = new ArrayList<>();
    private String policyKey = "";

    @BeforeEach
    void knownDevices() {
        try (var site = new Site(folder);
                var desk = Desk.signedIn(site)) {
            for (int i = 0; i < PUMPS; i++) {
                keys.add(desk.addNode("pump-%02d".formatted(i), Map.of()));
            }
            policyKey = BackEnd.owner(desk).key();
        }
    }

    @Test
    void whatWasSentAndNotAnsweredEndsUnknownAndIsNotSentAgain() throws Exception {
        var first = hub();
        try (var pump = Pump.signedIn(Site.elsewhere(folder), keys.getFirst())) {
            pump.listen(Topics.METHOD_CALLS, 0);
            jobs().create("stop", JobTest.method("deviceId IN ['pump-00','pump-01']", "stop", 60));
            assertThat(pump.hearsAny().topic()).startsWith("$iothub/methods/POST/stop/");
            first.kill();
        }
        try (var second = hub();
                var pump = Pump.signedIn(Site.elsewhere(folder), keys.getFirst());
                var other = Pump.signedIn(Site.elsewhere(folder), keys.get(1))) {
            pump.listen(Topics.METHOD_CALLS, 0);
            other.listen(Topics.METHOD_CALLS, 0);
            other.answers(200, "1");
            jobs().ended("stop");
            List<JsonNode> rows = jobs().rows("stop").toList();
            assertThat(rows.getFirst().path("status").stringValue()).isEqualTo("failed");
            assertThat(rows.getFirst().path("error").path("description").stringValue())
                    .startsWith("Outcome unknown");
            assertThat(rows.getLast().path("status").stringValue()).isEqualTo("completed");
            assertThat(pump.heard).isEmpty();
            assertThat(second.isAlive()).isTrue();
        }
    }

    @Test
    void killedAtAnyMomentNothingIsSentTwiceAndTheTallyAddsUp() throws Exception {
        var pumps = new Answering(keys);
        hubKilledWhile("go", pumps, () -> jobs().create("go", JobTest.method("*", "go", 60)));
        hubKilledWhile("go", pumps, () -> {});
        try (var last = hub()) {
            pumps.connect(Site.elsewhere(folder));
            JsonNode job = jobs().ended("go");
            pumps.close();
            assertThat(job.path("deviceJobStatistics").path("deviceCount").intValue())
                    .isEqualTo(PUMPS);
            assertThat(pumps.calls().values()).allMatch(count -> count == 1);
            jobs().rows("go")
                    .filter(row -> row.path("status").stringValue().equals("completed"))
                    .forEach(row -> assertThat(pumps.calls())
                            .containsKey(row.path("deviceId").stringValue()));
            assertThat(last.isAlive()).isTrue();
        }
    }

    @Test
    void killedWhileItCancelsItGoesOnAndTheTallyIsThatOfTheRows() throws Exception {
        int devices = 20_000;
        try (var store = SqliteRegistry.open(folder.resolve("registry.db"))) {
            ManyDevices.add(store, "many", devices, Instant.now());
        }
        try (var first = hub()) {
            assertThat(jobs().backEnd()
                            .ask("POST", "/jobs/v2/many/cancel", "{}")
                            .statusCode())
                    .isEqualTo(200);
            first.kill();
        }
        try (var store = SqliteRegistry.open(folder.resolve("registry.db"))) {
            JobTally tally = ManyDevices.checkedTally(store, "many");
            assertThat(tally.pending() + tally.cancelled()).isEqualTo(devices);
            assertThat(tally.cancelled()).isPositive();
        }
        try (var second = hub()) {
            assertThat(jobs().ended("many").path("status").stringValue()).isEqualTo("cancelled");
            jobs().tallies("many", "failedCount", devices);
            assertThat(second.isAlive()).isTrue();
        }
    }

    private void hubKilledWhile(String job, Answering pumps, Runnable first) throws Exception {
        var hub = hub();
        pumps.connect(Site.elsewhere(folder));
        first.run();
        int until = ThreadLocalRandom.current().nextInt(PUMPS);
        Site.await(() -> pumps.calls().size() >= until
                || jobs().get(job).path("status").stringValue().equals("completed"));
        hub.kill();
        pumps.close();
    }

    private JobDesk jobs() {
        try {
            var desk = new Desk(Site.elsewhere(folder));
            return new JobDesk(new BackEnd(desk, "iothubowner", policyKey));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private ProgramProcess hub() throws IOException {
        Files.deleteIfExists(folder.resolve("hub.json"));
        var hub = new JavaProgram(HubProgram.class.getName(), List.of())
                .start("hub", List.of("--data", folder.toString(), "--mqtt-port", "0", "--https-port", "0"));
        hub.waitForLine(line -> line.contains("listens on"), Duration.ofSeconds(30));
        return hub;
    }

    /// Devices that answer each call at once and count them.
    private static final class Answering {
        private final List<DeviceKeys> keys;
        private final Map<String, Integer> calls = new java.util.concurrent.ConcurrentHashMap<>();
        private final List<Pump> pumps = new ArrayList<>();
        private final List<Thread> threads = new ArrayList<>();

        Answering(List<DeviceKeys> keys) {
            this.keys = keys;
        }

        Map<String, Integer> calls() {
            return calls;
        }

        void connect(Site site) throws Exception {
            for (DeviceKeys one : keys) {
                var pump = Pump.signedIn(site, one);
                pump.listen(Topics.METHOD_CALLS, 0);
                pumps.add(pump);
                threads.add(Thread.ofVirtual().start(() -> answer(pump)));
            }
        }

        void close() throws Exception {
            for (Thread thread : threads) {
                thread.interrupt();
                thread.join();
            }
            threads.clear();
            for (Pump pump : pumps) {
                pump.close();
            }
            pumps.clear();
        }

        private void answer(Pump pump) {
            try {
                while (true) {
                    Pump.Heard call = pump.heard.poll(1, TimeUnit.HOURS);
                    calls.merge(pump.id.device().value(), 1, Integer::sum);
                    String rid = call.topic().replaceFirst(".*\\$rid=", "");
                    pump.client.publish(
                            "$iothub/methods/res/200/?$rid=" + rid,
                            "1".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            0,
                            false);
                }
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            } catch (org.eclipse.paho.client.mqttv3.MqttException hubIsGone) {
                // its answer is lost, as it may be
            }
        }
    }
}
