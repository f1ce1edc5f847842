// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Microsoft's own Node device client, unmodified, from npm: the versions of its package-lock.json.
class AzureNodeDeviceTest {
    private static final Path PROGRAM = Path.of("target", "node-device").toAbsolutePath();

    @TempDir
    Path folder;

    Site site;
    String connection;

    @BeforeAll
    static void install() throws Exception {
        Peer.need("node", "apt-get install nodejs");
        Peer.need("npm", "apt-get install npm");
        Files.createDirectories(PROGRAM);
        for (String file : new String[] {"package.json", "package-lock.json", "device.js"}) {
            try (var in = AzureNodeDeviceTest.class.getResourceAsStream("/node-device/" + file)) {
                Files.copy(in, PROGRAM.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (var npm = Peer.start(PROGRAM, Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")) {
            assertThat(npm.ends()).as("npm: %s", npm.lines()).isZero();
        }
    }

    @BeforeEach
    void start() throws Exception {
        site = new Site(folder);
        connection = site.add("pump-1", "localhost");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aDeviceWrittenForIotHubWorksAsItIs() throws Exception {
        site.send("pump-1", "open", Map.of("valve", "4"));
        var environment =
                Map.of("CONNECTION", connection, "CA_FILE", site.caFile().toString());
        try (var device = Peer.start(PROGRAM, environment, "node", "device.js")) {
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
