// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Colour;
import dev.signalbox.workbench.tryout.TryEvent;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a service did while it was tried, as lines for a person.
final class TryText {
    private TryText() {}

    /// @param file of the service, for who goes to a line of it
    static String of(TryEvent event, Path file) {
        String text = harmless(event.text());
        return switch (event.kind()) {
            case HINT -> Colour.YELLOW.paint(at(event, file) + "warning: " + text);
            case DEBUG -> "debug    " + text;
            case WARNING -> Colour.YELLOW.paint("warning  " + text);
            case ERROR -> Colour.RED.paint("error    " + text);
            case PRINTED -> "printed  " + text;
            case EMITTED -> Colour.BLUE.paint("emitted  " + text + properties(event.properties()));
            case SUBMITTED -> Colour.BLUE.paint("to hub   " + text + properties(event.properties()));
            case DONE ->
                Colour.DIM.paint("message %d done in %.1f ms".formatted(event.message(), event.micros() / 1000.0));
            case FAILED -> Colour.RED.paint(at(event, file) + "error: " + text + during(event));
            case ENDED -> Colour.GREEN.paint("It did all that was asked of it.");
        };
    }

    private static String at(TryEvent event, Path file) {
        return event.line() == 0 ? file + ": " : file + ":" + event.line() + ": ";
    }

    private static String during(TryEvent event) {
        return event.message() == 0 ? "" : " (message " + event.message() + ")";
    }

    private static String properties(Map<String, String> all) {
        return new TreeMap<>(all)
                .entrySet().stream()
                        .map(one -> "  " + harmless(one.getKey()) + "=" + harmless(one.getValue()))
                        .collect(Collectors.joining());
    }

    /// Nothing in it steers the terminal.
    private static String harmless(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
