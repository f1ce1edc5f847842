// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow.tap;

import dev.signalbox.protocol.action.TappedMessage;
import dev.signalbox.protocol.action.TappedMessage.Kind;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A message in the window of a tap.
///
/// @param before what is missing before it, in words; empty for nothing
record TapRow(TappedMessage message, String before) {
    private static final int ONE_LINE = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    String time() {
        return TIME.format(message.at());
    }

    /// The beginning of what it says.
    String line() {
        String text = message.payload().text();
        String kind = message.payload().kind() == Kind.BYTES ? "bytes " : "";
        return kind + (text.length() > ONE_LINE ? text.substring(0, ONE_LINE) + "…" : text);
    }

    String size() {
        return "%,d B".formatted(message.payload().bytes());
    }

    /// What it says, to be read.
    String payload() {
        if (message.payload().kind() == Kind.BYTES || message.payload().cut()) {
            return message.payload().text();
        }
        try {
            var json = Json.readTree(message.payload().text().getBytes(StandardCharsets.UTF_8));
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (ProblemException unreadable) {
            return message.payload().text();
        }
    }

    /// A line each, by name.
    String properties() {
        return new TreeMap<>(message.properties())
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("\n"));
    }

    /// Where it is from, how large it is and how it is shown.
    String facts() {
        String made = message.injected() ? "Injected by an operator" : "From " + message.source();
        String cut = message.payload().cut() ? ", of which the beginning is shown" : "";
        String base64 = message.payload().kind() == Kind.BYTES ? ", in base64" : "";
        return made + ", %,d bytes".formatted(message.payload().bytes()) + cut + base64;
    }

    /// Whether all that is needed to inject it again is here.
    boolean isWhole() {
        return message.payload().kind() == Kind.JSON && !message.payload().cut();
    }

    /// To be taken elsewhere.
    String copied() {
        return message.properties().isEmpty() ? payload() : payload() + "\n" + properties();
    }
}
