// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.DeviceKeys;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on the hub's memory by a device that is let in, has much to say and reads no answer.
class DeafAttackTest extends UnderAttack {
    private static final String TELEMETRY = "devices/deaf/messages/events/";
    private static final byte[] ASK = RawDevice.packet(0x30, RawDevice.text("$iothub/twin/GET/?$rid=1"));
    /// More cannot be on their way, for each has an id of two bytes.
    private static final int MOST_ON_THE_WAY = 65_535;
    /// More than the two ends of a connection keep.
    private static final int LARGE_ANSWERS = 300;

    private static final int AT_ONCE = 5_000;

    private static DeviceKeys keys;

    @BeforeAll
    static void addDevice() {
        keys = desk.addNode("deaf", Map.of());
        owner.ask("PATCH", "/twins/deaf", "{\"properties\":{\"desired\":" + large() + "}}");
    }

    @AfterAll
    static void deleteDevice() {
        desk.ask("DELETE", "/api/v1/nodes/deaf", "");
    }

    @Test
    void questionsWhoseAnswersNobodyReads() throws Exception {
        try (var intruder = listening()) {
            for (int i = 0; i < 20; i++) {
                intruder.says(many(200, ASK));
                served.send("still here", Map.of());
            }
            audit.tellsOneOf(intruder.address, "mqtt.deaf", "mqtt.too-fast");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TELEMETRY, "$iothub/methods/res/200/?$rid=1"})
    void acknowledgementsThatNobodyReads(String topic) throws Exception {
        byte[] some = many(AT_ONCE, atLeastOnce(topic));
        try (var intruder = listening()) {
            intruder.says(many(LARGE_ANSWERS, ASK));
            for (int i = 0; i < 40; i++) {
                intruder.says(some);
                served.send("still here", Map.of());
            }
            audit.tells(intruder.address, "mqtt.deaf");
        }
    }

    @Test
    void whoReadsLateIsServed() throws Exception {
        byte[] one = atLeastOnce(TELEMETRY);
        try (var late = listening()) {
            late.says(many(LARGE_ANSWERS, ASK));
            for (int left = MOST_ON_THE_WAY; left > 0; left -= AT_ONCE) {
                late.says(many(Math.min(AT_ONCE, left), one));
                served.send("still here", Map.of());
            }
            assertThat(late.hearsAcknowledgements(MOST_ON_THE_WAY)).isTrue();
        }
    }

    private static Intruder listening() throws Exception {
        var intruder = Intruder.as(site, keys);
        intruder.says(RawDevice.packet(0x82, new byte[] {0, 9}, RawDevice.text("$iothub/twin/res/#"), new byte[] {0}));
        return intruder;
    }

    private static byte[] atLeastOnce(String topic) {
        return RawDevice.packet(0x32, RawDevice.text(topic), new byte[] {0, 1});
    }

    private static byte[] many(int count, byte[] packet) {
        return RawDevice.join(Collections.nCopies(count, packet));
    }

    private static String large() {
        var large = new StringBuilder("{");
        for (int i = 0; i < 7; i++) {
            large.append("\"p")
                    .append(i)
                    .append("\":\"")
                    .append("x".repeat(4000))
                    .append("\",");
        }
        return large.append("\"end\":1}").toString();
    }
}
