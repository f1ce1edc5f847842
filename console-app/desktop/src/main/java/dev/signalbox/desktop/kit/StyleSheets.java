// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The style sheets of the folder `look`, with lengths that go with the size of the words.
final class StyleSheets {
    /// Has a size of its own: the canvas is zoomed, and knows how large its cards are.
    private static final Set<String> FIXED = Set.of("canvas");

    private static final Pattern LENGTH = Pattern.compile("(-?\\d+(?:\\.\\d+)?)px");
    /// Lines and the gaps beside them stay fine.
    private static final double FINE = 2;

    private record Key(String name, int percent) {}

    private static final Map<Key, String> MADE = new HashMap<>();

    private StyleSheets() {}

    /// Where the toolkit finds that sheet in the size of now.
    static synchronized String of(String name) {
        var key = new Key(
                name, FIXED.contains(name) ? TextSize.USUAL : TextSize.percent().get());
        return MADE.computeIfAbsent(key, StyleSheets::make);
    }

    private static String make(Key key) {
        URL found = StyleSheets.class.getResource("/dev/signalbox/desktop/look/" + key.name() + ".css");
        if (found == null) {
            throw new IllegalArgumentException("No sheet " + key.name());
        }
        return key.percent() == TextSize.USUAL ? found.toExternalForm() : resized(found, key.percent());
    }

    private static String resized(URL sheet, int percent) {
        try (var bytes = sheet.openStream()) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            String made = resized(text, percent);
            return "data:text/css;base64," + Base64.getEncoder().encodeToString(made.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The same rules with lengths in that many hundredths.
    static String resized(String rules, int percent) {
        return LENGTH.matcher(rules).replaceAll(found -> Matcher.quoteReplacement(length(found.group(1), percent)));
    }

    private static String length(String usual, int percent) {
        double pixels = Double.parseDouble(usual);
        return Math.abs(pixels) <= FINE
                ? usual + "px"
                : String.format(Locale.ROOT, "%.1fpx", Math.rint(pixels * percent / 50) / 2);
    }
}
