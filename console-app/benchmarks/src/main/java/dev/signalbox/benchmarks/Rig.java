// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import dev.signalbox.testing.process.ProgramProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Starts the programs as `./signalbox` does: from their built folders, with the same options of the virtual machine.
///
/// @param home the checkout, built
/// @param folder where this run keeps everything
/// @param aot whether to start with an AOT cache made earlier in this run
record Rig(Path home, Path folder, boolean aot) {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> HUB = List.of("-XX:+UseSerialGC", "-Xmx256m");
    private static final List<String> NODE =
            List.of("-XX:+UseSerialGC", "-Xmx64m", "-Xmn4m", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders");

    Rig withAot() {
        return new Rig(home, folder, true);
    }

    Rig in(String name) {
        try {
            return new Rig(home, Files.createDirectories(folder.resolve(name)), aot);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path hubFolder() {
        return folder.resolve("hub");
    }

    Path consoleFolder() {
        return folder.resolve("console");
    }

    /// Starts a hub on free ports and waits until it listens.
    ProgramProcess hub(String... options) {
        var arguments = List.of("--data", hubFolder().toString(), "--mqtt-port", "0", "--https-port", "0");
        var hub = program("hub", HUB, List.of(options), "dev.signalbox.hub.HubProgram", arguments);
        hub.waitForLine(line -> line.contains("listens on"), PATIENCE);
        return hub;
    }

    /// Starts a node and waits until it has signed in.
    ProgramProcess node(String name, String token, String... options) {
        var arguments = List.of("--data", folder.resolve(name).toString(), "--token", token);
        var node = program("node", NODE, List.of(options), "dev.signalbox.agent.NodeProgram", arguments);
        node.waitForLine(line -> line.contains("signed in"), PATIENCE);
        return node;
    }

    private ProgramProcess program(
            String kind, List<String> options, List<String> more, String mainClass, List<String> arguments) {
        var all = new ArrayList<String>(options);
        all.addAll(more);
        if (aot) {
            all.add("-XX:AOTCache=" + cache(kind));
            all.add("-Xlog:aot=off");
        }
        all.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", jars(kind), mainClass));
        all.addAll(arguments);
        return ProgramProcess.java(kind, all);
    }

    /// Where the cache of that program is, for the whole run.
    Path cache(String kind) {
        return home.resolve("console-app/benchmarks/target").resolve(kind + ".aot");
    }

    private String jars(String kind) {
        Path jars =
                home.resolve(kind.equals("hub") ? "console-app/hub/target/hub" : "device-runtime/agent/target/node");
        try (var found = Files.list(jars)) {
            return String.join(":", found.map(Path::toString).sorted().toList());
        } catch (IOException notBuilt) {
            throw new UncheckedIOException("Build first: mvn -DskipTests package", notBuilt);
        }
    }
}
