// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.desktop.kit.TextSize;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.tour.TourMemory;
import dev.signalbox.desktop.tour.TourState;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the console remembers of how it was used: the theme, the size of words, how far the first steps are, and
/// where the window was. Losing it
/// harms nobody, so trouble is only logged.
record Habits(Path folder) implements TourMemory {
    private static final Logger LOG = LoggerFactory.getLogger(Habits.class);

    Theme theme() {
        try {
            return Files.exists(file()) ? Theme.valueOf(Files.readString(file()).strip()) : Theme.DARK;
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("The theme in {} cannot be read, so it is dark.", file());
            return Theme.DARK;
        }
    }

    void remember(Theme theme) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(), theme.name().toUpperCase(Locale.ROOT) + "\n");
        } catch (IOException unwritable) {
            LOG.warn("The theme cannot be kept in {}.", file());
        }
    }

    /// How large to write, in hundredths; the usual if that cannot be read.
    int textSize() {
        try {
            return Files.exists(sizeFile())
                    ? Integer.parseInt(Files.readString(sizeFile()).strip())
                    : TextSize.USUAL;
        } catch (IOException | NumberFormatException unreadable) {
            LOG.warn("The size of words in {} cannot be read, so it is the usual.", sizeFile());
            return TextSize.USUAL;
        }
    }

    void rememberTextSize(int percent) {
        try {
            Files.createDirectories(folder);
            Files.writeString(sizeFile(), percent + "\n");
        } catch (IOException unwritable) {
            LOG.warn("The size of words cannot be kept in {}.", sizeFile());
        }
    }

    /// Where the window was, if that can be read.
    Optional<WindowState> window() {
        try {
            return Files.exists(windowFile())
                    ? Optional.of(Json.read(Files.readAllBytes(windowFile()), WindowState.class))
                    : Optional.empty();
        } catch (IOException | ProblemException unreadable) {
            LOG.warn("Where the window was cannot be read in {}.", windowFile());
            return Optional.empty();
        }
    }

    void remember(WindowState window) {
        try {
            Files.createDirectories(folder);
            Files.write(windowFile(), Json.write(window));
        } catch (IOException unwritable) {
            LOG.warn("Where the window is cannot be kept in {}.", windowFile());
        }
    }

    /// Who had the window open before there was a tour needs none.
    @Override
    public Optional<TourState> tour() {
        try {
            if (!Files.exists(tourFile())) {
                return Files.exists(windowFile()) ? Optional.of(TourState.OVER) : Optional.empty();
            }
            return Optional.of(Json.read(Files.readAllBytes(tourFile()), TourState.class));
        } catch (IOException | ProblemException unreadable) {
            LOG.warn("How far the first steps were cannot be read in {}.", tourFile());
            return Optional.of(TourState.OVER);
        }
    }

    @Override
    public void remember(TourState tour) {
        try {
            Files.createDirectories(folder);
            Files.write(tourFile(), Json.write(tour));
        } catch (IOException unwritable) {
            LOG.warn("How far the first steps are cannot be kept in {}.", tourFile());
        }
    }

    private Path tourFile() {
        return folder.resolve("tour.json");
    }

    private Path windowFile() {
        return folder.resolve("window.json");
    }

    private Path sizeFile() {
        return folder.resolve("text-size");
    }

    private Path file() {
        return folder.resolve("theme");
    }
}
