// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.tls.Trusting;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The sample in assets/iot-hub, started as its README says.
@Timeout(180)
class SampleDoorsTest {
    private static final Path SAMPLE = Path.of("..", "..", "..", "assets", "iot-hub", "src", "main", "java");
    private static final String SECRET = "signalbox";

    @TempDir
    Path folder;

    Site site;

    @BeforeEach
    void start() throws Exception {
        site = new Site(folder.resolve("hub"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.resolve("classes").toString(),
                        SAMPLE.resolve("Door.java").toString(),
                        SAMPLE.resolve("Scheduler.java").toString());
        assertThat(failed).isZero();
        KeyStore trusted = Trusting.store(site.caPem());
        try (var out = Files.newOutputStream(folder.resolve("ca.p12"))) {
            trusted.store(out, SECRET.toCharArray());
        }
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aJobLocksTheDoorAndTheTwinTells() throws Exception {
        String connection = site.add("door-1", Map.of("floor", "1"));
        Map<String, String> backEnd = Map.of("BACK_END", site.policy("service").connectionString());
        try (var door = java(Map.of("DOOR", connection), "Door")) {
            door.says("door-1 is ready");
            try (var call = java(backEnd, "Scheduler", "call", "lockDoor", "tags.floor = '1'")) {
                assertThat(call.ends()).as("%s", call.lines()).isZero();
                assertThat(call.lines())
                        .contains("completed: 1 done, 0 failed, of 1")
                        .anyMatch(line -> line.startsWith("door-1 completed") && line.contains("\"locked\""));
            }
            door.says("door-1 is locked");
            try (var set = java(backEnd, "Scheduler", "set", "everySeconds=1", "properties.reported.door = 'locked'")) {
                assertThat(set.ends()).as("%s", set.lines()).isZero();
            }
            door.says("door-1 sends every 1 s");
        }
        assertThat(site.stored("door-1"))
                .anySatisfy(stored -> assertThat(stored.properties()).containsEntry("kind", "door"));
    }

    /// With the two settings of the README; the proxy stands for a hub on port 443.
    private Peer java(Map<String, String> environment, String... program) throws Exception {
        var proxy = (InetSocketAddress) site.proxy().address();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djavax.net.ssl.trustStore=" + folder.resolve("ca.p12"),
                "-Djavax.net.ssl.trustStorePassword=" + SECRET,
                "-Dhttps.proxyHost=" + proxy.getHostString(),
                "-Dhttps.proxyPort=" + proxy.getPort(),
                "-Dhttp.nonProxyHosts=",
                "-cp",
                folder.resolve("classes") + ":" + System.getProperty("java.class.path")));
        command.addAll(List.of(program));
        return Peer.start(folder, environment, command.toArray(String[]::new));
    }
}
