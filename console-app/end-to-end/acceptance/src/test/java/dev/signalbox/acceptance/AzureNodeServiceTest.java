// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Microsoft's own Node service client, unmodified, from npm. What it should see is asserted in back-end.js.
@Timeout(120)
class AzureNodeServiceTest {
    @TempDir
    Path folder;

    Site site;
    String device;

    @BeforeAll
    static void install() throws Exception {
        NodePrograms.install();
    }

    @BeforeEach
    void start() throws Exception {
        site = new Site(folder);
        device = site.add("pump-1", Map.of("hall", "B"));
        site.add("pump-2", Map.of("hall", "C"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void theRegistry() throws Exception {
        plays("registry");
    }

    @Test
    void twins() throws Exception {
        plays("twins");
    }

    @Test
    void queries() throws Exception {
        plays("queries");
    }

    @Test
    void directMethods() throws Exception {
        try (var pump = new AzurePump(site, device);
                var backEnd = backEnd("methods")) {
            assertThat(pump.answers(207, Map.of("done", true))).isEqualTo("{\"delay\":5}");
            backEnd.says("done");
        }
    }

    @Test
    void jobs() throws Exception {
        try (var pump = new AzurePump(site, device);
                var backEnd = backEnd("jobs")) {
            assertThat(pump.answers(200, "stopped")).isEqualTo("\"now\"");
            backEnd.says("done");
        }
    }

    private void plays(String part) throws Exception {
        try (var backEnd = backEnd(part)) {
            backEnd.says("done");
        }
    }

    private Peer backEnd(String part) throws Exception {
        return NodePrograms.run(site, site.policy("iothubowner").connectionString(), "back-end.js", part);
    }
}
