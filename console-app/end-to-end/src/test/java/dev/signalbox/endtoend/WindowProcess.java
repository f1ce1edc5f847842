// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;

/// A window that can be killed as a power cut would, because it is a process of its own. Draws without a display.
final class WindowProcess implements Desk, AutoCloseable {
    private final Process process;
    private final java.io.BufferedReader answers;
    private final PrintWriter orders;

    private WindowProcess(Process process) {
        this.process = process;
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /// Starts it and waits until the console has signed in.
    static WindowProcess start(Path contact, Path consoleFolder) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dtestfx.robot.move_max_count=1",
                "-Dtestfx.robot.write_sleep=0",
                "-cp",
                System.getProperty("java.class.path"),
                WindowProgram.class.getName(),
                contact.toString(),
                consoleFolder.toString());
        try {
            var window = new WindowProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            window.awaitAnswer("start");
            return window;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void order(String verb, String... words) {
        orders.println(String.join(
                "\t", Stream.concat(Stream.of(verb), Stream.of(words)).toList()));
        awaitAnswer(verb);
    }

    /// What else the program prints is passed over; that it ends is an answer as well.
    private void awaitAnswer(String verb) {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.equals(WindowProgram.DONE)) {
                    return;
                }
                if (line.startsWith(WindowProgram.FAILED)) {
                    throw new AssertionError(verb + ": " + line.substring(WindowProgram.FAILED.length()));
                }
            }
            throw new AssertionError("The window ended at " + verb);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Closes the window as a person would, and waits until the program has ended.
    void leave() {
        orders.close();
        process.onExit().join();
    }

    /// Ends it at once: SIGKILL.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void goTo(String page) {
        order("goTo", page);
    }

    @Override
    public void click(String query) {
        order("click", query);
    }

    @Override
    public void doubleClick(String query) {
        order("doubleClick", query);
    }

    @Override
    public void drag(String from, String to) {
        order("drag", from, to);
    }

    @Override
    public void type(String text) {
        order("type", text);
    }

    @Override
    public void press(KeyCode... keys) {
        order("press", Stream.of(keys).map(KeyCode::name).toArray(String[]::new));
    }

    @Override
    public void awaitWords(String query, String words) {
        order("awaitWords", query, words);
    }

    @Override
    public void awaitEnabled(String query) {
        order("awaitEnabled", query);
    }

    @Override
    public void awaitThere(String query) {
        order("awaitThere", query);
    }

    @Override
    public void awaitText(String words) {
        order("awaitText", words);
    }

    @Override
    public void close() {
        kill();
    }
}
