// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The fonts we bring along, so that the window looks the same on every machine.
final class Fonts {
    private static final List<String> FILES = List.of(
            "Inter-Regular.ttf",
            "Inter-Medium.ttf",
            "Inter-SemiBold.ttf",
            "Inter-Bold.ttf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Bold.ttf");

    private static boolean loaded;

    private Fonts() {}

    /// Makes them known to the toolkit, once.
    static synchronized void load() {
        if (!loaded) {
            FILES.forEach(Fonts::load);
            loaded = true;
        }
    }

    private static void load(String file) {
        try (var bytes = Fonts.class.getResourceAsStream("fonts/" + file)) {
            Font.loadFont(bytes, 0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
