// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Microsoft's own Node device client, unmodified, from npm.
class AzureNodeDeviceTest {
    @TempDir
    Path folder;

    Site site;
    String connection;

    @BeforeAll
    static void install() throws Exception {
        NodePrograms.install();
    }

    @BeforeEach
    void start() throws Exception {
        site = new Site(folder);
        connection = site.add("pump-1", Map.of());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aDeviceWrittenForIotHubWorksAsItIs() throws Exception {
        site.send("pump-1", "open", Map.of("valve", "4"));
        try (var device = NodePrograms.run(site, connection, "device.js")) {
            device.says("ready");
            device.says("message open valve=4");
            device.says("completed");
            assertThat(site.stored("pump-1")).singleElement().satisfies(stored -> {
                assertThat(new String(stored.payload(), StandardCharsets.UTF_8)).isEqualTo("{\"bar\":3}");
                assertThat(stored.properties()).containsEntry("$.mid", "m-1").containsEntry("unit", "bar & more");
            });
            site.backEnd("PATCH", "/twins/pump-1", "{\"properties\":{\"desired\":{\"speed\":7}}}");
            device.says("reported 7");
            assertThat(site.backEnd("GET", "/twins/pump-1", "")
                            .at("/properties/reported/speed")
                            .asInt())
                    .isEqualTo(7);
            var answer = site.backEnd(
                    "POST", "/twins/pump-1/methods", "{\"methodName\":\"reboot\",\"payload\":{\"delay\":5}}");
            assertThat(answer.get("status").asInt()).isEqualTo(201);
            assertThat(answer.get("payload").toString()).isEqualTo("{\"did\":\"reboot\",\"with\":{\"delay\":5}}");
        }
    }
}
