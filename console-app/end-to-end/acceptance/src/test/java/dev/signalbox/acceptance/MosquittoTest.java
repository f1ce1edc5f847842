// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.SasTokens;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a general MQTT client sees of the rules: Debian's mosquitto_pub and mosquitto_sub.
class MosquittoTest {
    private static final String TOPIC = "devices/pump-1/messages/events/";

    @TempDir
    Path folder;

    Site site;
    String token;

    @BeforeAll
    static void find() {
        Peer.need("mosquitto_pub", "apt-get install mosquitto-clients");
        Peer.need("mosquitto_sub", "apt-get install mosquitto-clients");
    }

    @BeforeEach
    void start() throws Exception {
        site = new Site(folder);
        var connection = ConnectionStrings.read(site.add("pump-1", "localhost"));
        token = SasTokens.make(
                "localhost/devices/pump-1",
                connection.sharedAccessKey(),
                Instant.now().plusSeconds(600));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void whatKeepsTheRulesIsStored() throws Exception {
        assertThat(publish("-V", "mqttv311", "-q", "1", "-t", TOPIC + "a=b", "-m", "one"))
                .isZero();
        assertThat(site.stored("pump-1"))
                .singleElement()
                .satisfies(stored -> assertThat(stored.properties()).containsEntry("a", "b"));
    }

    @Test
    void whatBreaksTheRulesFailsAndTheNextConnectionWorks() throws Exception {
        assertThat(publish("-V", "mqttv311", "-q", "2", "-t", TOPIC, "-m", "two"))
                .isNotZero();
        assertThat(publish("-V", "mqttv311", "-q", "1", "-t", "somewhere/else", "-m", "x"))
                .isNotZero();
        assertThat(publish("-V", "mqttv311", "-q", "1", "-t", TOPIC + "a=%zz", "-m", "x"))
                .isNotZero();
        assertThat(publish("-V", "mqttv5", "-q", "1", "-t", TOPIC, "-m", "x")).isNotZero();
        assertThat(site.stored("pump-1")).isEmpty();
        assertThat(publish("-V", "mqttv311", "-q", "1", "-r", "-t", TOPIC, "-m", "kept"))
                .isZero();
        assertThat(site.stored("pump-1"))
                .singleElement()
                .satisfies(stored -> assertThat(stored.properties()).containsEntry("mqtt-retain", "true"));
    }

    @Test
    void foreignFiltersAreRefusedInTheGrant() throws Exception {
        List<String> command = new ArrayList<>(List.of("mosquitto_sub", "-d", "-W", "20"));
        command.addAll(signIn());
        command.addAll(List.of("-t", "#", "-q", "2"));
        try (var subscriber = Peer.start(folder, Map.of(), command.toArray(String[]::new))) {
            subscriber.ends();
            assertThat(subscriber.lines()).anyMatch(line -> line.contains("denied"));
        }
    }

    private int publish(String... what) throws Exception {
        List<String> command = new ArrayList<>(List.of("timeout", "30", "mosquitto_pub"));
        command.addAll(signIn());
        command.addAll(List.of(what));
        try (var publisher = Peer.start(folder, Map.of(), command.toArray(String[]::new))) {
            return publisher.ends();
        }
    }

    private List<String> signIn() throws Exception {
        return List.of(
                "-h", "localhost",
                "-p", "8883",
                "--cafile", site.caFile().toString(),
                "-i", "pump-1",
                "-u", "localhost/pump-1/?api-version=2021-04-12",
                "-P", token);
    }
}
