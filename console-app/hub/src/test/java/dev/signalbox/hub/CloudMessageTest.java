// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.cloud.CloudMessage;
import dev.signalbox.hub.cloud.CloudMessages;
import dev.signalbox.hub.store.StoredFeedback;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.NewMessage;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudMessageTest extends OnSite {
    private static final DeviceId PUMP = new DeviceId("pump-1");
    private static final String TOPIC = "devices/pump-1/messages/devicebound/";

    DeviceKeys keys;

    @BeforeEach
    void start() {
        keys = desk.addNode("pump-1", Map.of());
    }

    @Test
    void aMessageArrivesWithItsPropertiesBehindTheSystemsOwn() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.cloudMessages(PUMP), 1);
            send("open", Map.of("$.mid", "m 1", "$.cid", "c", "valve", "4&5"));
            var heard = pump.hearsAny();
            assertThat(heard.body()).isEqualTo("open");
            assertThat(heard.topic())
                    .isEqualTo(TOPIC + "%24.mid=m%201&%24.to=%2Fdevices%2Fpump-1%2Fmessages%2Fdevicebound"
                            + "&%24.cid=c&valve=4%265");
            Site.await(() -> cloud().waiting(PUMP) == 0);
        }
    }

    @Test
    void whatWasSentWhileADeviceIsAwayWaitsInItsOrderAndOutlivesARestart() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.cloudMessages(PUMP), 1);
        }
        send("one", Map.of());
        send("two", Map.of());
        site.restart();
        send("three", Map.of());
        try (var pump = Pump.signedIn(site, keys)) {
            assertThat(List.of(pump.hears(TOPIC), pump.hears(TOPIC), pump.hears(TOPIC)))
                    .containsExactly("one", "two", "three");
            Site.await(() -> cloud().waiting(PUMP) == 0);
        }
    }

    @Test
    void subscriptionsOutliveAConnectionAndARestartUnlessTheSessionIsClean() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            assertThat(pump.sessionPresent).isFalse();
            pump.listen();
        }
        site.restart();
        try (var pump = Pump.signedIn(site, keys)) {
            assertThat(pump.sessionPresent).isTrue();
            assertThat(pump.twin().has("desired")).isTrue();
            pump.client.unsubscribe(Topics.TWIN_RESPONSES).waitForCompletion(5000);
            pump.client.unsubscribe(Topics.DESIRED_PATCHES).waitForCompletion(5000);
        }
        try (var pump = Pump.signedIn(site, keys)) {
            assertThat(pump.sessionPresent).isFalse();
            pump.listen();
        }
        try (var pump = Pump.clean(site, keys)) {
            assertThat(pump.sessionPresent).isFalse();
            pump.listen();
        }
        try (var pump = Pump.signedIn(site, keys)) {
            assertThat(pump.sessionPresent).isFalse();
        }
    }

    @Test
    void whatIsNotAcknowledgedComesAgainAndTheTenthTimeIsTheLast() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.cloudMessages(PUMP), 1);
        }
        send("stubborn", Map.of("$.mid", "m", "iothub-ack", "full"));
        for (int delivery = 1; delivery <= 10; delivery++) {
            try (var pump = Pump.deaf(site, keys)) {
                assertThat(pump.hears(TOPIC)).isEqualTo("stubborn");
            }
        }
        try (var pump = Pump.signedIn(site, keys)) {
            Site.await(() -> cloud().waiting(PUMP) == 0);
            assertThat(pump.heard).isEmpty();
        }
        assertThat(outcomes()).containsExactly("m DeliveryCountExceeded");
    }

    @Test
    void whoeverAskedHearsWhatBecameOfAMessage() throws Exception {
        send("a", Map.of("$.mid", "silent"));
        send("b", Map.of("$.mid", "positive", "iothub-ack", "positive"));
        send("c", Map.of("$.mid", "negative", "iothub-ack", "negative"));
        send("d", Map.of("$.mid", "full", "iothub-ack", "full"));
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.cloudMessages(PUMP), 1);
            Site.await(() -> cloud().waiting(PUMP) == 0);
        }
        assertThat(outcomes()).containsExactly("positive Success", "full Success");
        send("e", Map.of("$.mid", "purged", "iothub-ack", "negative"));
        assertThat(cloud().purge(PUMP)).isEqualTo(1);
        assertThat(outcomes()).hasSize(3).last().isEqualTo("purged Purged");
        cloud().feedbackTaken(cloud().feedback(2).getLast().id());
        assertThat(outcomes()).containsExactly("purged Purged");
    }

    @Test
    void whatIsTooOldIsNotDelivered() throws Exception {
        var bag = Map.of("$.mid", "old", "iothub-ack", "full");
        cloud().send(PUMP, new CloudMessage(bag, new byte[1], Duration.ofMillis(1)))
                .get();
        Site.await(() -> {
            cloud().expire();
            return cloud().waiting(PUMP) == 0;
        });
        assertThat(outcomes()).containsExactly("old Expired");
    }

    @Test
    void theQueueHasFiftyPlacesAndOnlyKnownDevicesHaveOne() throws Exception {
        for (int number = 0; number < CloudMessages.MOST_WAITING; number++) {
            send("x", Map.of());
        }
        assertFails(PUMP, "cloud.queue-full");
        assertFails(new DeviceId("nobody"), "device.not-known");
        assertThatThrownBy(() -> new CloudMessage(Map.of(), new byte[64 * 1024 + 1], Duration.ofHours(1)))
                .hasMessageContaining("65537 bytes");
        assertThatThrownBy(() -> new CloudMessage(Map.of(), new byte[1], Duration.ofDays(3)))
                .hasMessageContaining("two days");
    }

    @Test
    void anOperatorSendsOneToo() throws Exception {
        String path = dev.signalbox.operator.session.Paths.NODES + "/pump-1/messages";
        var answer = desk.ask("POST", path, new NewMessage("open", Map.of("$.mid", "m"), 60));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"m\"");
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.cloudMessages(PUMP), 1);
            assertThat(pump.hears(TOPIC)).isEqualTo("open");
        }
        assertThat(desk.ask("POST", path.replace("pump-1", "nobody"), new NewMessage("", Map.of(), 60))
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk.ask("POST", path, new NewMessage("", Map.of(), 0)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void atMostOnceIsDoneWhenItIsSent() throws Exception {
        send("once", Map.of());
        try (var pump = Pump.deaf(site, keys)) {
            pump.listen(Topics.cloudMessages(PUMP), 0);
            assertThat(pump.hears(TOPIC)).isEqualTo("once");
            Site.await(() -> cloud().waiting(PUMP) == 0);
        }
    }

    private void send(String text, Map<String, String> properties) throws Exception {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        cloud().send(PUMP, new CloudMessage(properties, body, CloudMessage.DEFAULT_TIME_TO_LIVE))
                .get(60, TimeUnit.SECONDS);
    }

    private void assertFails(DeviceId device, String code) {
        var sent = cloud().send(device, new CloudMessage(Map.of(), new byte[1], Duration.ofHours(1)));
        assertThatThrownBy(() -> sent.get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo(code));
    }

    private List<String> outcomes() {
        return cloud().feedback(100).stream()
                .map((StoredFeedback one) -> one.messageId() + " " + one.outcome())
                .toList();
    }

    private CloudMessages cloud() {
        return site.inside().cloud();
    }
}
