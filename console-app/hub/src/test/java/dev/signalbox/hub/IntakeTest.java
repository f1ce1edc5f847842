// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.operator.intake.IntakeView;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.codec.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A hub takes in no more than it has room for, and from each device no more than it may send; nothing of that is lost.
@Timeout(180)
class IntakeTest {
    private static final String EVENTS = "devices/pump-1/messages/events/";

    @TempDir
    Path folder;

    private HubConfig with(OptionalLong keepFree, long messagesADay) {
        return HubConfig.inFolder(folder).withBounds(new HubConfig.Bounds(keepFree, messagesADay));
    }

    private static IntakeView intake(Desk desk) {
        return Json.read(desk.get(Paths.INTAKE).body(), IntakeView.class);
    }

    private static long kept(Desk desk) {
        return Json.read(desk.get(Paths.STREAMS + "/1").body(), StreamView.class)
                .kept();
    }

    private static void sendsInVain(Pump pump) {
        assertThatThrownBy(() ->
                        pump.client.publish(EVENTS, new byte[] {'x'}, 1, false).waitForCompletion(1500))
                .isInstanceOf(MqttException.class);
    }

    @Test
    void whereNoRoomIsLeftDevicesKeepWhatTheySendAndAllElseGoesOn() throws Exception {
        DeviceKeys keys;
        try (var site = new Site(folder, with(OptionalLong.of(Long.MAX_VALUE), 0));
                var desk = Desk.signedIn(site)) {
            keys = desk.addNode("pump-1", Map.of());
            try (var pump = Pump.signedIn(site, keys)) {
                pump.listen();
                sendsInVain(pump);
                assertThat(pump.twin().get("desired").get("$version").asLong()).isEqualTo(1);
            }
            assertThat(intake(desk).disk().isFull()).isTrue();
            assertThat(kept(desk)).isZero();
        }
        try (var site = new Site(folder, with(OptionalLong.of(0), 0));
                var pump = Pump.signedIn(site, keys)) {
            pump.send("x", Map.of());
        }
    }

    @Test
    void aDeviceThatSentAllItMayGoesOnTheNextDay() throws Exception {
        var clock = new WoundClock();
        try (var site = new Site(folder, with(OptionalLong.empty(), 3).withClock(clock));
                var desk = Desk.signedIn(site)) {
            DeviceKeys keys = desk.addNode("pump-1", Map.of());
            DeviceKeys other = desk.addNode("pump-2", Map.of());
            try (var pump = Pump.signedIn(site, keys);
                    var second = Pump.signedIn(site, other)) {
                for (int i = 0; i < 3; i++) {
                    pump.send("x", Map.of());
                }
                assertThat(intake(desk).quota().devices()).isZero();
                sendsInVain(pump);
                second.send("x", Map.of());
            }
            IntakeView.Quota quota = intake(desk).quota();
            assertThat(quota.reached()).containsExactly("pump-1");
            assertThat(quota.refused()).isEqualTo(1);
            assertThat(quota.messagesADay()).isEqualTo(3);
            clock.add(Duration.ofDays(1));
            assertThat(intake(desk).quota().devices()).isZero();
        }
    }
}
