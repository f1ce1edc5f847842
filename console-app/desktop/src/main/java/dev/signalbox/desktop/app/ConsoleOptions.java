// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.desktop.kit.Theme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What the console was started with.
///
/// @param contact the `hub.json` of the hub to open
/// @param data the console's own folder
/// @param theme how to look; what was chosen last when empty
record ConsoleOptions(Path contact, Path data, Optional<Theme> theme) {
    static final String USAGE = """
            Usage: console [--contact FILE] [--data DIR] [--theme dark|light|contrast]
              --contact FILE   hub.json of the hub to open (default: the local hub's)
              --data DIR       folder of the console (default: ~/.local/share/signalbox/console)
              --theme NAME     dark, light, or contrast for those who see badly (default: as last time)
            In the window, Ctrl+Shift+G shows all its parts in all their states, for those who change the look.""";

    static ConsoleOptions parse(String... words) {
        Path home = Path.of(System.getProperty("user.home"), ".local", "share", "signalbox");
        var options =
                new ConsoleOptions(home.resolve("hub").resolve("hub.json"), home.resolve("console"), Optional.empty());
        for (int i = 0; i < words.length; i += 2) {
            if (i + 1 == words.length) {
                throw new IllegalArgumentException("The option " + words[i] + " needs a value.");
            }
            options = options.with(words[i], words[i + 1]);
        }
        return options;
    }

    private ConsoleOptions with(String option, String value) {
        return switch (option) {
            case "--contact" -> new ConsoleOptions(Path.of(value), data, theme);
            case "--data" -> new ConsoleOptions(contact, Path.of(value), theme);
            case "--theme" -> new ConsoleOptions(contact, data, Optional.of(theme(value)));
            default -> throw new IllegalArgumentException("There is no option " + option + ".");
        };
    }

    private static Theme theme(String name) {
        try {
            return Theme.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("A theme is dark, light or contrast, not " + name + ".", unknown);
        }
    }
}
