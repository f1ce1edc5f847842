// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import dev.signalbox.cli.process.Home;
import dev.signalbox.cli.process.Program;
import dev.signalbox.cli.training.Training;
import dev.signalbox.testing.process.ProgramProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Starts the programs as `./signalbox` does: the very same command lines.
///
/// @param home the checkout, built
/// @param folder where this run keeps everything
/// @param cached whether to start from the start caches, once they are made
public record Rig(Home home, Path folder, boolean cached) {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /// A rig for that checkout, without start caches.
    public static Rig at(Path checkout) throws IOException {
        return new Rig(Home.at(checkout), Scratch.folder("bench"), false);
    }

    /// Makes the start caches, as `./signalbox` does after it has built.
    public void train() throws IOException, InterruptedException {
        System.out.println("making the start caches ...");
        Files.createDirectories(home.caches());
        new Training(home, in("training").folder()).run();
    }

    public Rig withCaches() {
        return new Rig(home, folder, true);
    }

    public Rig in(String name) {
        try {
            return new Rig(home, Files.createDirectories(folder.resolve(name)), cached);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public Path hubFolder() {
        return folder.resolve("hub");
    }

    public Path consoleFolder() {
        return folder.resolve("console");
    }

    /// Starts a hub on free ports and waits until it listens.
    public ProgramProcess hub() {
        return hub(0, 0);
    }

    /// Starts a hub on these ports and waits until it listens.
    public ProgramProcess hub(int mqttPort, int httpsPort) {
        var arguments =
                List.of("--data", hubFolder().toString(), "--mqtt-port", "" + mqttPort, "--https-port", "" + httpsPort);
        var hub = start(Program.HUB, arguments);
        hub.waitForLine(line -> line.contains("listens on"), PATIENCE);
        return hub;
    }

    /// Starts another main class with the hub's jars and options, in the hub's folder, and waits until it listens.
    public ProgramProcess hubBy(Class<?> main) throws IOException {
        Files.createDirectories(hubFolder());
        List<String> command =
                home.plainCommand(Program.HUB, List.of("--data", hubFolder().toString()));
        var hub = ProgramProcess.start(main.getSimpleName(), by(main, command, List.of()));
        hub.waitForLine(line -> line.contains("listens on"), PATIENCE);
        return hub;
    }

    /// Starts another main class with the console's jars and options, for this rig's hub.
    ///
    /// @param options more options of Java
    public ProgramProcess consoleBy(Class<?> main, List<String> options, String... more) {
        var arguments = new ArrayList<>(List.of(
                hubFolder().resolve("hub.json").toString(), consoleFolder().toString()));
        arguments.addAll(List.of(more));
        List<String> command =
                cached ? home.command(Program.CONSOLE, arguments) : home.plainCommand(Program.CONSOLE, arguments);
        return ProgramProcess.start(main.getSimpleName(), by(main, command, options));
    }

    private static List<String> by(Class<?> main, List<String> usual, List<String> options) {
        var command = new ArrayList<>(usual);
        int place = command.indexOf("-cp");
        command.set(place + 1, command.get(place + 1) + File.pathSeparator + System.getProperty("java.class.path"));
        command.set(place + 2, main.getName());
        command.addAll(place, options);
        return command;
    }

    /// Starts a node and waits until it has signed in.
    public ProgramProcess node(String name, String token) {
        var node = start(Program.NODE, List.of("--data", folder.resolve(name).toString(), "--token", token));
        node.waitForLine(line -> line.contains("signed in"), PATIENCE);
        return node;
    }

    private ProgramProcess start(Program program, List<String> arguments) {
        return ProgramProcess.start(
                program.toString(), cached ? home.command(program, arguments) : home.plainCommand(program, arguments));
    }
}
