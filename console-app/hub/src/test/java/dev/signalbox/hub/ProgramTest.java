// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own, as it is run.
@Timeout(90)
class ProgramTest {
    @TempDir
    Path folder;

    @Test
    void aPortInUseIsASentenceAndExitCode1() throws Exception {
        try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            var program = program("", "--mqtt-port", Integer.toString(taken.getLocalPort()));
            assertThat(program.waitFor()).isEqualTo(1);
            assertThat(output())
                    .contains("hub.port-in-use")
                    .contains("--mqtt-port")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aWrongOptionIsExitCode2() throws Exception {
        assertThat(program("", "--colour", "blue").waitFor()).isEqualTo(2);
        assertThat(output()).contains("--colour").doesNotContain("\tat ");
    }

    @Test
    void anOwnerWhoLostTheConsoleGetsAFreshTokenAndOldSessionsEnd() throws Exception {
        String lost = sessionOfALostConsole();
        assertThat(program("", "--new-owner-token").waitFor()).isZero();
        Path token = folder.resolve("hub/owner.token");
        assertThat(output()).contains("token is in " + token).contains("owner.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
        try (var site = new Site(folder.resolve("hub"));
                var desk = Desk.signedIn(site)) {
            assertThat(desk.get(Paths.SERVICES).statusCode()).isEqualTo(200);
            assertThat(token).doesNotExist();
            desk.bearer = lost;
            assertThat(desk.get(Paths.SERVICES).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aFreshTokenIsRefusedWhileTheHubRunsAndWhereNoneEverRan() throws Exception {
        assertThat(program("", "--new-owner-token").waitFor()).isEqualTo(1);
        assertThat(output()).contains("hub.not-here");
        assertThat(folder.resolve("hub")).doesNotExist();
        try (var site = new Site(folder.resolve("hub"));
                var desk = Desk.signedIn(site)) {
            assertThat(desk.get(Paths.SERVICES).statusCode()).isEqualTo(200);
            assertThat(program("", "--new-owner-token").waitFor()).isEqualTo(1);
            assertThat(output()).contains("folder.in-use");
            assertThat(desk.get(Paths.SERVICES).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aKilledHubHasLostNothingItAcknowledged() throws Exception {
        DeviceKeys keys = knownDevice();
        var program = program("");
        try (var pump = signIn(keys)) {
            for (int i = 0; i < 50; i++) {
                pump.send("message " + i, Map.of("signalbox-epoch", "e", "signalbox-seq", Integer.toString(i)));
            }
            program.destroyForcibly().waitFor();
        }
        assertThat(DeviceStoreReader.texts(folder.resolve("hub"), "pump-1")).hasSize(50);
        try (var site = new Site(folder.resolve("hub"));
                var pump = Pump.signedIn(site, keys)) {
            pump.send("message 49", Map.of("signalbox-epoch", "e", "signalbox-seq", "49"));
        }
        assertThat(DeviceStoreReader.texts(folder.resolve("hub"), "pump-1")).hasSize(50);
    }

    @Test
    void aFullDiskLeavesMessagesWithTheDeviceAndTheHubAlive() throws Exception {
        DeviceKeys keys = knownDevice();
        var program = program("ulimit -f 4000; ");
        try (var pump = signIn(keys)) {
            String large = "x".repeat(200_000);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 40; i++) {
                            pump.client
                                    .publish(
                                            "devices/pump-1/messages/events/",
                                            large.getBytes(StandardCharsets.US_ASCII),
                                            1,
                                            false)
                                    .waitForCompletion(3000);
                        }
                    })
                    .isInstanceOf(org.eclipse.paho.client.mqttv3.MqttException.class);
            pump.listen();
            assertThat(pump.twin().get("desired").get("$version").asLong()).isEqualTo(1);
        }
        program.destroy();
        program.waitFor(20, TimeUnit.SECONDS);
        assertThat(output()).containsOnlyOnce("store.full").doesNotContain("\tat ");
    }

    private String sessionOfALostConsole() {
        try (var site = new Site(folder.resolve("hub"));
                var desk = Desk.signedIn(site)) {
            assertThat(desk.get(Paths.SERVICES).statusCode()).isEqualTo(200);
            assertThat(site.ownerToken()).isEmpty();
            return desk.bearer;
        }
    }

    private DeviceKeys knownDevice() {
        try (var site = new Site(folder.resolve("hub"));
                var desk = Desk.signedIn(site)) {
            var answer = desk.ask("POST", Paths.NODES, new NewDevice(new DeviceId("pump-1"), Map.of()));
            assertThat(answer.statusCode()).isEqualTo(201);
            Files.deleteIfExists(folder.resolve("hub/hub.json"));
            return dev.signalbox.protocol.codec.Json.read(answer.body(), DeviceKeys.class);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private Pump signIn(DeviceKeys keys) throws Exception {
        Path contact = folder.resolve("hub/hub.json");
        Site.await(() -> Files.exists(contact));
        return Pump.signedIn(Site.elsewhere(folder.resolve("hub")), keys);
    }

    private Process program(String before, String... options) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                "bash",
                "-c",
                before + "exec \"$@\"",
                "hub",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                HubProgram.class.getName(),
                "--data",
                folder.resolve("hub").toString(),
                "--https-port",
                "0"));
        if (!List.of(options).contains("--mqtt-port")) {
            command.addAll(List.of("--mqtt-port", "0"));
        }
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }
}
