// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.node;

import dev.signalbox.cli.process.Home;
import dev.signalbox.cli.process.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs a main class of the benchmarks in a JVM of its own, set up as a node's.
public final class AsNode {
    private static final String OURS = "signalbox.";

    private AsNode() {}

    /// Returns when it has ended; it prints where this program prints. Properties of ours are handed on.
    ///
    /// @param checkout built
    /// @param without beginnings of the options it does not get
    public static void run(Path checkout, Class<?> main, String... without) throws IOException, InterruptedException {
        List<String> command = command(Home.at(checkout), main);
        command.removeIf(option -> Stream.of(without).anyMatch(option::startsWith));
        Process program = new ProcessBuilder(command).inheritIO().start();
        if (program.waitFor() != 0) {
            throw new IllegalStateException(main.getSimpleName() + " ended with " + program.exitValue());
        }
    }

    private static List<String> command(Home home, Class<?> main) {
        var command = new ArrayList<>(home.plainCommand(Program.NODE, List.of()));
        int place = command.indexOf("-cp");
        Path jars = home.folder().resolve("console-app/benchmarks/target/benchmarks/*");
        command.set(place + 1, command.get(place + 1) + File.pathSeparator + jars);
        command.set(place + 2, main.getName());
        command.addAll(place, given());
        return command;
    }

    private static List<String> given() {
        return Stream.concat(
                        Stream.of(
                                "-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider",
                                "-Dslf4j.internal.verbosity=WARN",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
                        System.getProperties().stringPropertyNames().stream()
                                .filter(name -> name.startsWith(OURS))
                                .map(name -> "-D" + name + "=" + System.getProperty(name)))
                .toList();
    }
}
