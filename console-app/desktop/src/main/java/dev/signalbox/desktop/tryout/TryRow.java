// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tryout;

import dev.signalbox.workbench.tryout.TryEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One line of what a service did.
record TryRow(TryEvent event) {
    /// What kind of thing it is, in one or two words.
    String kind() {
        return switch (event.kind()) {
            case HINT -> "hint";
            case DEBUG -> "debug";
            case WARNING -> "warning";
            case ERROR -> "error";
            case PRINTED -> "printed";
            case EMITTED -> "emitted";
            case SUBMITTED -> "to hub";
            case DONE -> "done";
            case FAILED -> "failed";
            case ENDED -> "ended";
        };
    }

    /// What it says, in one line.
    String words() {
        return switch (event.kind()) {
            case DONE -> "message %d in %.1f ms".formatted(event.message(), event.micros() / 1000.0);
            case ENDED -> TryState.ENDED.words();
            case HINT, FAILED -> at() + event.text().replace('\n', ' ') + during();
            default -> event.text().replace('\n', ' ') + properties(event.properties());
        };
    }

    private String at() {
        return event.line() == 0 ? "" : "Line " + event.line() + ": ";
    }

    private String during() {
        return event.message() == 0 ? "" : " (message " + event.message() + ")";
    }

    private static String properties(Map<String, String> all) {
        return new TreeMap<>(all)
                .entrySet().stream()
                        .map(one -> "  " + one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining());
    }

    /// How it is painted: a style class.
    String style() {
        return switch (event.kind()) {
            case HINT, WARNING -> "warning";
            case ERROR, FAILED -> "error";
            case EMITTED, SUBMITTED -> "sent";
            case ENDED -> "ended";
            case DEBUG, PRINTED, DONE -> "quiet";
        };
    }
}
