// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.ProgramProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// F7: each kind of bad service beside twenty good ones, in a process with the memory of a node. The
/// good ones go on and miss nothing.
class BadServicesTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    @Test
    void noBadServiceHurtsItsNeighbours() {
        List<String> kinds = List.of(
                "EndlessLoop=EndlessLoop was at one thing for more than 1 s at EndlessLoop.java:",
                "ExitCall=Unhandled CallRefused in ExitCall.java:5",
                "UncaughtInThread=Thread helper of UncaughtInThread ended with IllegalStateException in UncaughtInThread.java:5",
                "StackOverflow=Unhandled StackOverflowError in StackOverflow.java:9",
                "StaticInit=Unhandled ExceptionInInitializerError in StaticInit.java:3",
                "Deadlock=Threads wait for each other for ever: ",
                "ThreadLeak=ThreadLeak had ",
                "FileLeak=FileLeak held ",
                "SocketLeak=SocketLeak held ",
                "BlockingRead=BlockingRead was at one thing for more than 1 s at BlockingRead.java:15",
                "LogFlood=release 11 runs",
                "MemoryHog=MemoryHog had allocated most of late");
        try (var node = program(BadServicesProgram.class, folder, kinds)) {
            node.waitForLine(line -> line.equals("ALL DONE"), LONG);
            assertThat(node.lines()).noneMatch(line -> line.contains("LOST"));
            assertThat(node.lines()).noneMatch(line -> line.contains("dropped"));
        }
    }

    static ProgramProcess program(Class<?> main, Path folder, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                "env",
                "SIGNALBOX_SUPERVISED=test",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms8m",
                "-Xmx64m",
                "-XX:NewSize=2m",
                "-XX:MaxNewSize=8m",
                "-XX:NewRatio=4",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                folder.toString()));
        command.addAll(arguments);
        return ProgramProcess.start("node", command);
    }
}
