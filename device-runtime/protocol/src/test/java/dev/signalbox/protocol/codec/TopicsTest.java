// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.FromHub;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");

    @Test
    void whatADeviceWritesTheHubReads() {
        for (FromDevice message : List.of(
                new FromDevice.Telemetry(PUMP, Map.of()),
                new FromDevice.Telemetry(PUMP, Map.of("$.mid", "a b/c&d=é+")),
                new FromDevice.Telemetry(ClientId.parse("pump-1/motor"), Map.of("a", "b")),
                new FromDevice.TwinGet("7"),
                new FromDevice.ReportedPatch("8", OptionalLong.empty()),
                new FromDevice.ReportedPatch("9", OptionalLong.of(4)),
                new FromDevice.MethodResponse(200, "a1"))) {
            assertThat(Topics.fromDevice(Topics.write(message))).contains(message);
        }
    }

    @Test
    void whatTheHubWritesADeviceReads() {
        for (FromHub message : List.of(
                new FromHub.TwinResponse(204, "7", OptionalLong.of(3)),
                new FromHub.TwinResponse(200, "7", OptionalLong.empty()),
                new FromHub.DesiredPatch(12),
                new FromHub.MethodCall("reboot", "a"),
                new FromHub.CloudMessage(Map.of("a", "b")))) {
            assertThat(Topics.fromHub(Topics.write(PUMP, message))).contains(message);
        }
    }

    @Test
    void theTopicsAreIotHubsToTheLetter() {
        assertThat(Topics.write(new FromDevice.Telemetry(ClientId.parse("pump-1/motor"), Map.of())))
                .isEqualTo("devices/pump-1/modules/motor/messages/events/");
        assertThat(Topics.write(new FromDevice.TwinGet("7"))).isEqualTo("$iothub/twin/GET/?$rid=7");
        assertThat(Topics.write(new FromDevice.ReportedPatch("8", OptionalLong.of(2))))
                .isEqualTo("$iothub/twin/PATCH/properties/reported/?$rid=8&$version=2");
        assertThat(Topics.write(PUMP, new FromHub.TwinResponse(204, "8", OptionalLong.of(3))))
                .isEqualTo("$iothub/twin/res/204/?$rid=8&$version=3");
    }

    @Test
    void aDollarInABagIsEncodedAndOrderIsKept() {
        var bag = new LinkedHashMap<String, String>();
        bag.put("$.mid", "1");
        bag.put("a", "");
        assertThat(PropertyBags.write(bag)).isEqualTo("%24.mid=1&a=");
        assertThat(PropertyBags.read("%24.mid=1&a=").keySet()).containsExactly("$.mid", "a");
        assertThat(PropertyBags.read("flag&b=1%2B1+1")).isEqualTo(Map.of("flag", "", "b", "1+1+1"));
    }

    @Test
    void aForeignTopicMeansNothing() {
        for (String topic : List.of(
                "",
                "a/b",
                "devices/",
                "devices/pump-1/other/",
                "devices/a/b/c/messages/events/",
                "$iothub/other",
                "$iothub/twin/GET/")) {
            assertThat(Topics.fromDevice(topic)).isEmpty();
        }
    }
}
