// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;

/// The console's window as a process of its own, which does what each line on its standard input says: a verb and its
/// arguments with tabs between. Each is answered with `done` or `failed` and why. At the end of the input the window is
/// closed, and nothing that is still under way then is waited for.
final class WindowProgram {
    static final String DONE = "window: done";
    static final String FAILED = "window: failed ";

    private WindowProgram() {}

    public static void main(String[] args) throws IOException, TimeoutException {
        var desk = new Window(Path.of(args[0]), Path.of(args[1]));
        System.out.println(DONE);
        try (var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                System.out.println(answer(desk, List.of(line.split("\t", -1))));
            }
        }
        desk.close();
        Runtime.getRuntime().halt(0);
    }

    private static String answer(Desk desk, List<String> words) {
        try {
            perform(desk, words.getFirst(), words.subList(1, words.size()));
            return DONE;
        } catch (RuntimeException | AssertionError inVain) {
            return FAILED + String.valueOf(inVain).replaceAll("\\s+", " ");
        }
    }

    private static void perform(Desk desk, String verb, List<String> words) {
        switch (verb) {
            case "goTo" -> desk.goTo(words.getFirst());
            case "click" -> desk.click(words.getFirst());
            case "doubleClick" -> desk.doubleClick(words.getFirst());
            case "drag" -> desk.drag(words.getFirst(), words.getLast());
            case "type" -> desk.type(words.getFirst());
            case "press" -> desk.press(keys(words.stream()));
            case "awaitWords" -> desk.awaitWords(words.getFirst(), words.getLast());
            case "awaitEnabled" -> desk.awaitEnabled(words.getFirst());
            case "awaitThere" -> desk.awaitThere(words.getFirst());
            case "awaitText" -> desk.awaitText(words.getFirst());
            default -> throw new IllegalArgumentException("Nobody knows how to " + verb);
        }
    }

    private static KeyCode[] keys(Stream<String> names) {
        return names.map(KeyCode::valueOf).toArray(KeyCode[]::new);
    }
}
