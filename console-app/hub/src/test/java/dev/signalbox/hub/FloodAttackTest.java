// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Attacks on the hub's memory, by strangers and by devices that are let in. Whatever comes, the heap stays bounded and
/// the victim is served.
class FloodAttackTest extends UnderAttack {
    private static final long MOST_HEAP_MORE = 48L * 1024 * 1024;
    private static final byte[] ID = {0, 9};
    private static final byte[] PING = RawDevice.packet(0xc0);

    private static final List<Intruder> SLOW = new ArrayList<>();

    private long heapBefore;

    @BeforeAll
    static void beginToSignIn() throws Exception {
        byte[] connect = Intruder.connect(4, "victim", HOST + "/victim/", token("/devices/victim", "c2VjcmV0"));
        for (int i = 0; i < 20; i++) {
            var slow = Intruder.atMqtt(site);
            slow.says(Arrays.copyOf(connect, 5 * i));
            SLOW.add(slow);
        }
    }

    /// Last, for they are given their 20 seconds meanwhile.
    @AfterAll
    static void signInsThatNeverEndAreEnded() throws Exception {
        for (Intruder slow : SLOW) {
            assertThat(slow.isShutOut() || slow.isShutOut()).isTrue();
            slow.close();
        }
    }

    @BeforeEach
    void weigh() {
        heapBefore = heap();
    }

    @AfterEach
    void theHeapIsBounded() {
        assertThat(heap() - heapBefore).isLessThan(MOST_HEAP_MORE);
    }

    @Test
    void connectionsOfWhichNobodyHears() throws Exception {
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int port = i % 2 == 0 ? site.address().mqttPort() : site.address().httpsPort();
            silent.add(new Socket(InetAddress.getLoopbackAddress(), port));
        }
        served.send("still here", Map.of());
        assertThat(desk.get("/api/v1/nodes").statusCode()).isEqualTo(200);
        for (Socket socket : silent) {
            socket.close();
        }
    }

    @Test
    void pingsAndSubscriptionsWithoutEnd() throws Exception {
        byte[] subscribe = RawDevice.packet(0x82, ID, RawDevice.text("$iothub/twin/res/#"), new byte[] {0});
        byte[] unsubscribe = RawDevice.packet(0xa2, ID, RawDevice.text("$iothub/twin/res/#"));
        for (byte[] packet : List.of(PING, subscribe, unsubscribe)) {
            try (var intruder = Intruder.as(site, thief)) {
                intruder.says(RawDevice.join(Collections.nCopies(3000, packet)));
                assertThat(intruder.isShutOut()).isTrue();
                audit.tells(intruder.address, "mqtt.too-much-talk");
            }
        }
    }

    @Test
    void tenThousandSubscriptionsInOnePacket() throws Exception {
        var filters = new ArrayList<byte[]>(List.of(ID));
        for (int i = 0; i < 10_000; i++) {
            filters.add(RawDevice.text("devices/d" + i + "/#"));
            filters.add(new byte[] {1});
        }
        var ends = new ArrayList<byte[]>(List.of(ID));
        for (int i = 0; i < 30_000; i++) {
            ends.add(RawDevice.text("x" + i));
        }
        for (byte[] packet : List.of(
                RawDevice.packet(0x82, filters.toArray(byte[][]::new)),
                RawDevice.packet(0xa2, ends.toArray(byte[][]::new)))) {
            try (var intruder = Intruder.as(site, thief)) {
                intruder.says(packet);
                assertThat(intruder.isShutOut()).isTrue();
                audit.tells(intruder.address, "mqtt.too-much-talk");
            }
        }
    }

    @Test
    void propertiesWithoutABody() throws Exception {
        String bag = "p=" + "x".repeat(60_000);
        byte[] packet = Intruder.publish("devices/thief/messages/events/" + bag, "");
        try (var intruder = Intruder.as(site, thief)) {
            for (int i = 0; i < 200; i++) {
                intruder.says(packet);
            }
            served.send("still here", Map.of());
        }
    }

    @Test
    void logLinesThatAreNovels() throws Exception {
        String novel = "n".repeat(200_000);
        byte[] line =
                Json.write(List.of(new LogLine(Instant.now(), novel, "novel", LogLevel.WARNING, "\u001b[2J", "", "")));
        byte[] packet =
                RawDevice.packet(0x30, RawDevice.text("devices/thief/messages/events/signalbox-kind=log"), line);
        try (var intruder = Intruder.as(site, thief)) {
            for (int i = 0; i < 300; i++) {
                intruder.says(packet);
            }
            served.send("still here", Map.of());
        }
    }

    @Test
    void aThousandStrangersCostSixtyLinesAMinute() throws Exception {
        int before = audit.lines();
        try (var intruder = Intruder.atHttps(site)) {
            String request = "GET /devices/%d?api-version=2021-04-12 HTTP/1.1\r\nHost: x\r\nAuthorization: "
                    + "SharedAccessSignature sr=127.0.0.1&sig=x&se=9999999999&skn=p%d\r\n\r\n";
            var all = new StringBuilder();
            for (int i = 0; i < 1000; i++) {
                all.append(request.formatted(i, i));
            }
            intruder.says(all.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            intruder.asks("GET", "/nothing", "", "");
        }
        assertThat(audit.lines() - before).isLessThan(60);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
