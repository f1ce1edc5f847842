// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.ProgramProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemdTest {
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"notify", "@signalbox-test-"})
    void wordsReachTheSocketThatSystemdNames(String kind) {
        String name = kind.startsWith("@")
                ? kind + ProcessHandle.current().pid()
                : folder.resolve(kind).toString();
        try (var listener = ProgramProcess.start("listener", List.of("python3", "-uc", """
                import socket, sys
                name = sys.argv[1]
                s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
                s.bind('\\0' + name[1:] if name[0] == '@' else name)
                print('listens')
                while True: print(s.recv(100).decode())
                """, name))) {
            listener.waitForLine("listens"::equals, SOON);
            var systemd = Systemd.of(Map.of("NOTIFY_SOCKET", name, "WATCHDOG_USEC", "90000000"));
            systemd.ready();
            systemd.alive();
            systemd.stopping();
            listener.waitForLine("STOPPING=1"::equals, SOON);
            assertThat(listener.lines()).containsExactly("listens", "READY=1", "WATCHDOG=1", "STOPPING=1");
            assertThat(systemd.interval()).contains(Duration.ofSeconds(30));
        }
    }

    @Test
    void theWatchdogOfAnotherProcessIsNotOurs() {
        var systemd = Systemd.of(Map.of("WATCHDOG_USEC", "90000000", "WATCHDOG_PID", "7"), 8);
        assertThat(systemd.interval()).isEmpty();
    }

    @Test
    void withoutSystemdNothingIsSaid() {
        Systemd.of(Map.of()).ready();
        Systemd.of(Map.of("NOTIFY_SOCKET", folder.resolve("nobody").toString())).ready();
        assertThat(Systemd.of(Map.of("WATCHDOG_USEC", "no number")).interval()).isEmpty();
    }
}
