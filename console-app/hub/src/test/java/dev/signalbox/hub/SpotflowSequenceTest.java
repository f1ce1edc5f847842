// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProvisioningTokens;
import dev.signalbox.protocol.identity.Pins;
import dev.signalbox.protocol.identity.ProvisioningToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Spotflow's own device says, byte by byte as its source has it, and what it hears.
@Timeout(180)
class SpotflowSequenceTest extends OnProvisioningSite {
    private static final byte[] ACCEPTED = {0x20, 2, 0, 0};
    private static final byte[] NOT_AUTHORISED = {0x20, 2, 0, 5};
    private static final String ID = "main:pump-1";

    private Recorded recorded;

    @BeforeEach
    void makeToken() {
        recorded = new Recorded(desk, clock);
        recorded.values.put("token", Newcomer.make(desk, Newcomer.PLAIN).secret());
        recorded.values.put("unknown", "sbp_" + "A".repeat(43));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let-in",
                "another-id",
                "cancelled",
                "expired",
                "refreshed",
                "collected-twice",
                "unknown-token",
                "operators"
            })
    void theTalkGoesAsRecorded(String name) {
        recorded.replay(name);
    }

    @Test
    void aDeviceMaySendTheWholeStringInsteadOfTheSecret() {
        recorded.values.compute("token", (_, secret) -> whole(secret));
        recorded.replay("let-in");
    }

    @Test
    void eachAnswerTellsTheHubsTime() {
        clock.set(Instant.parse("2026-03-07T08:09:10.111Z"));
        var answer = new Newcomer(desk, "sbp_none").asks("{}");
        assertThat(answer.headers().firstValue("Date")).hasValue("Sat, 07 Mar 2026 08:09:10 GMT");
    }

    @Test
    void theSignatureOpensTheMqttDoor() throws Exception {
        recorded.replay("let-in");
        try (var device = new RawDevice(site)) {
            device.writes(connect());
            assertThat(device.reads(4)).isEqualTo(ACCEPTED);
            device.writes(RawDevice.packet(
                    0x82,
                    new byte[] {0, 1},
                    RawDevice.text("$iothub/twin/res/#"),
                    new byte[] {1},
                    RawDevice.text("$iothub/twin/PATCH/properties/desired/#"),
                    new byte[] {1},
                    RawDevice.text("devices/" + ID + "/messages/devicebound/#"),
                    new byte[] {1}));
            assertThat(device.reads(7)).isEqualTo(new byte[] {(byte) 0x90, 5, 0, 1, 1, 1, 1});
            device.writes(publish(2, "$iothub/twin/GET/?$rid=1f0e", ""));
            assertThat(new String(device.readsUntil("\"$version\":1}}"), StandardCharsets.UTF_8))
                    .contains("$iothub/twin/res/200/?$rid=1f0e")
                    .contains("{\"desired\":{");
        }
    }

    @Test
    void aMessageWithEveryPropertyIsAcknowledged() throws Exception {
        recorded.replay("let-in");
        try (var device = new RawDevice(site)) {
            device.writes(connect());
            assertThat(device.reads(4)).isEqualTo(ACCEPTED);
            String bag = "stream-group-name=plant&stream-name=pressure&site-id=hall-b&batch-id=b%201&batch-slice-id=s"
                    + "&message-id=m-1&chunk-id=c-1&complete-batch=true&complete-message=true";
            device.writes(publish(3, "devices/" + ID + "/messages/events/" + bag, "7.25"));
            assertThat(device.reads(4)).isEqualTo(new byte[] {0x40, 2, 0, 3});
        }
        assertThat(desk.get(Paths.NODES + "/" + ID.replace(":", "%3A")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDeviceThatIsRefusedRegistersAgain() throws Exception {
        recorded.replay("let-in");
        clock.add(Duration.ofHours(24));
        try (var device = new RawDevice(site)) {
            device.writes(connect());
            assertThat(device.reads(4)).isEqualTo(NOT_AUTHORISED);
        }
        recorded.values.keySet().removeAll(List.of("sas", "sasUntil", "time"));
        recorded.replay("registered-again");
        try (var device = new RawDevice(site)) {
            device.writes(connect());
            assertThat(device.reads(4)).isEqualTo(ACCEPTED);
        }
    }

    /// Keeps its session, and says little for five minutes.
    private byte[] connect() {
        return RawDevice.packet(
                0x10,
                RawDevice.text("MQTT"),
                new byte[] {4, (byte) 0xc0, 1, 44},
                RawDevice.text(ID),
                RawDevice.text("127.0.0.1/" + ID + "/?api-version=2018-06-30"),
                RawDevice.text(recorded.values.get("sas")));
    }

    private static byte[] publish(int id, String topic, String payload) {
        return RawDevice.packet(0x32, RawDevice.text(topic), new byte[] {0, (byte) id}, RawDevice.raw(payload));
    }

    private String whole(String secret) {
        var digest = Digests.of("any");
        var pins = new Pins(site.address(), digest, digest);
        return ProvisioningTokens.write(new ProvisioningToken(pins, secret, Optional.empty()));
    }
}
