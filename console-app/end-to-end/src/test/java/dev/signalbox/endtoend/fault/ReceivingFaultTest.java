// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.client.DeviceClient;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.NewMessage;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.process.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
    private DeviceClient device;

    @BeforeEach
    void start() throws Exception {
        site = new HubSite(Files.createDirectory(folder.resolve("hub")));
        keys = site.add("receiver", 1).getFirst();
        Files.createDirectory(folder.resolve("device"));
        startDevice();
    }

    private void startDevice() throws InterruptedException {
        device = DeviceClient.builder()
                .connectionString(keys.connectionString())
                .ports(site.address().mqttPort(), site.address().httpsPort())
                .trust(site.way().tls())
                .folder(folder.resolve("device"))
                .onCloudMessage(message -> given.add(new String(message.payload(), StandardCharsets.UTF_8)))
                .onMethod(call -> new MethodAnswer(200, call.payload()))
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        device.close();
        site.close();
    }

    @Test
    @Timeout(1800)
    void eachMessageIsHandedOverOnceAndTheTwinAgreesInTheEnd() throws Exception {
        List<String> sent = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (int i = 0; i < AT_A_TIME; i++) {
                sent.add("message " + sent.size());
                send(sent.getLast());
            }
            device.updateReportedProperties(
                    Json.mapper().createObjectNode().put("round", round).put("only" + round, true));
            desire(round);
            fault(round % 4);
            Await.until("all are handed over", HubSite.SOON, () -> given.size() >= sent.size());
        }
        Await.until("the report is answered", HubSite.SOON, () -> !device.anyPendingReportedPropertiesUpdates());
        assertThat(given).isEqualTo(sent);
        Await.until(
                "the newest wish is known",
                HubSite.SOON,
                () -> device.getDesiredPropertiesIfNewer(OptionalLong.empty())
                        .filter(desired -> desired.values().path("round").asInt() == rounds)
                        .isPresent());
        ObjectNode reported = (ObjectNode) twin().path("properties").path("reported");
        reported.remove(List.of("$version", "$metadata"));
        assertThat(reported).hasToString("{\"round\":" + rounds + ",\"only" + rounds + "\":true}");
    }

    private void fault(int kind) throws InterruptedException {
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
    void methodsAreAnsweredAndLargePayloadsGoAsFiles() throws Exception {
        var body = Map.of("methodName", "echo", "payload", Map.of("a", 1), "connectTimeoutInSeconds", 60);
        JsonNode answer = Json.readTree(site.desk()
                .done("POST", "/twins/" + keys.id() + "/methods", body)
                .getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasToString("{\"status\":200,\"payload\":{\"a\":1}}");
        byte[] content = new byte[3_000_000];
        Arrays.fill(content, (byte) 'x');
        device.createStreamSender().sendMessage(content, MessageIds.message("large"));
        String files = site.operator().done("GET", Paths.NODES + "/" + keys.id() + "/files", "");
        assertThat(files).contains("3000000");
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
