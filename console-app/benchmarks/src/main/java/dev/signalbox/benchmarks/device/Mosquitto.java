// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.device;

import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.process.ProgramProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Debian's Mosquitto with a hub's certificate, as it comes otherwise.
record Mosquitto(ProgramProcess process, Broker broker) implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

    /// @param hubData the hub has been started in it once
    static Mosquitto start(Path folder, Path hubData) throws IOException {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException(PROGRAM + " is missing. Install it with: apt-get install mosquitto");
        }
        int port = freePort();
        Path settings = Files.writeString(folder.resolve("mosquitto.conf"), """
                user root
                listener %d %s
                certfile %s
                keyfile %s
                allow_anonymous true
                persistence true
                persistence_location %s/
                """.formatted(
                        port, Broker.HOST, hubData.resolve("server.pem"), hubData.resolve("server.pem"), folder));
        var process = ProgramProcess.start("mosquitto", List.of(PROGRAM.toString(), "-c", settings.toString()));
        Await.until("mosquitto listens", Duration.ofSeconds(20), () -> answers(port));
        return new Mosquitto(process, new Broker("Mosquitto", port, hubData.resolve("ca-certificate.pem")));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
