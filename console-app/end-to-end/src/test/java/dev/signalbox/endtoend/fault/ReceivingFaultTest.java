// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.NewMessage;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.process.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is sent to a device while connections break, the hub is killed and the device starts anew: each message is
/// handed over once and in order, and the twin agrees in the end.
class ReceivingFaultTest {
    private static final int AT_A_TIME = 5;

    @TempDir
    Path folder;

    private final RandomGenerator random = Chance.of(ReceivingFaultTest.class).drawnBy("faults");
    private final int rounds = Chance.many("rounds", 8);
    private final List<String> given = new CopyOnWriteArrayList<>();
    private HubSite site;
    private DeviceKeys keys;
    private Receiver device;

    @BeforeEach
    void start() throws IOException {
        site = new HubSite(Files.createDirectory(folder.resolve("hub")));
        keys = site.add("receiver", 1).getFirst();
        Files.createDirectory(folder.resolve("device"));
        startDevice();
    }

    private void startDevice() {
        device = new Receiver(site, keys, folder.resolve("device"), given);
    }

    @AfterEach
    void stop() throws IOException {
        device.close();
        site.close();
    }

    @Test
    @Timeout(1800)
    void eachMessageIsHandedOverOnceAndTheTwinAgreesInTheEnd() {
        List<String> sent = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (int i = 0; i < AT_A_TIME; i++) {
                sent.add("message " + sent.size());
                send(sent.getLast());
            }
            device.reported.update(
                    Json.mapper().createObjectNode().put("round", round).put("only" + round, true));
            desire(round);
            fault(round % 4);
            Await.until("all are handed over", HubSite.SOON, () -> given.size() >= sent.size());
        }
        Await.until("the report is answered", HubSite.SOON, () -> !device.reported.anyPending());
        assertThat(given).isEqualTo(sent);
        Await.until(
                "the newest wish is known",
                HubSite.SOON,
                () -> device.desired
                        .latest()
                        .filter(desired -> desired.values().path("round").asInt() == rounds)
                        .isPresent());
        ObjectNode reported = (ObjectNode) twin().path("properties").path("reported");
        reported.remove(List.of("$version", "$metadata"));
        assertThat(reported).hasToString("{\"round\":" + rounds + ",\"only" + rounds + "\":true}");
    }

    private void fault(int kind) {
        switch (kind) {
            case 0 -> {
                site.kill();
                site.restart();
            }
            case 1 -> site.wire().cut();
            case 2 -> {
                device.close();
                startDevice();
            }
            default -> {
                Await.until("some are handed over", HubSite.SOON, () -> !given.isEmpty());
                if (random.nextBoolean()) {
                    site.wire().cut();
                }
            }
        }
    }

    @Test
    @Timeout(600)
    void methodsAreAnsweredAndFilesUploaded() throws IOException {
        var body = Map.of("methodName", "echo", "payload", Map.of("a", 1), "connectTimeoutInSeconds", 60);
        JsonNode answer = Json.readTree(site.desk()
                .done("POST", "/twins/" + keys.id() + "/methods", body)
                .getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasToString("{\"status\":200,\"payload\":{\"a\":1}}");
        byte[] content = new byte[3_000_000];
        java.util.Arrays.fill(content, (byte) 'x');
        device.upload.upload("signalbox-payload/large 1", Files.write(folder.resolve("large"), content));
        String files = site.operator().done("GET", Paths.NODES + "/" + keys.id() + "/files", "");
        assertThat(files).contains("signalbox-payload/large 1").contains("3000000");
    }

    private void send(String text) {
        var message = new NewMessage(text, Map.of("$.mid", text), 3600);
        site.operator().done("POST", Paths.NODES + "/" + keys.id() + "/messages", message);
    }

    private void desire(int round) {
        var patch = Map.of("properties", Map.of("desired", Map.of("round", round)));
        site.desk().done("PATCH", "/twins/" + keys.id(), patch);
    }

    private JsonNode twin() {
        return site.desk().surely("GET", "/twins/" + keys.id(), "").json();
    }
}
