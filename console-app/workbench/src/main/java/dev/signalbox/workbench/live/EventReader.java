// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes server-sent events apart, as the HTML standard says; comments and unknown fields are skipped.
final class EventReader {
    private final BufferedReader lines;
    private @Nullable String lastId;

    EventReader(Reader text, @Nullable String lastId) {
        this.lines = new BufferedReader(text, 64 * 1024);
        this.lastId = lastId;
    }

    /// @param id of this event or the last one before it that had one
    record Event(String name, String data, @Nullable String id) {}

    /// The next event; empty when the stream has ended.
    Optional<Event> next() throws IOException {
        String name = "message";
        var data = new StringBuilder();
        String line = lines.readLine();
        while (line != null) {
            if (line.isEmpty() && !data.isEmpty()) {
                return Optional.of(new Event(name, data.substring(0, data.length() - 1), lastId));
            }
            int colon = line.indexOf(':');
            String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
            switch (colon < 0 ? line : line.substring(0, colon)) {
                case "event" -> name = value;
                case "data" -> data.append(value).append('\n');
                case "id" -> lastId = value;
                case "" -> name = line.isEmpty() ? "message" : name;
                default -> {}
            }
            line = lines.readLine();
        }
        return Optional.empty();
    }
}
