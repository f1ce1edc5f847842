// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Words can be read on what they stand on: the ratio of WCAG 2.2, 1.4.3 (AA, 4.5), and 1.4.6 (AAA, 7) where contrast
/// is
/// what the theme is for.
class TokensTest {
    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+): (#[0-9a-f]{6});");

    private static final List<String> WORDS = List.of(
            "-color-fg-default",
            "-color-fg-muted",
            "-color-fg-subtle",
            "-color-accent-fg",
            "-color-success-fg",
            "-color-warning-fg",
            "-color-danger-fg");

    private static final List<String> GROUNDS =
            List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-overlay", "-sb-canvas-bg", "-sb-editor-line");

    private static Map<String, Color> tokens(Theme theme) throws IOException {
        String sheet = StyleSheets.of("tokens-" + theme.name().toLowerCase(Locale.ROOT));
        var tokens = new TreeMap<String, Color>();
        var found = TOKEN.matcher(Files.readString(Path.of(URI.create(sheet))));
        while (found.find()) {
            tokens.put(found.group(1), Color.web(found.group(2)));
        }
        return tokens;
    }

    private static double ratio(Color one, Color other) {
        double brighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (brighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 4.5", "DARK, 4.5", "CONTRAST, 7"})
    void wordsCanBeReadOnEveryGround(Theme theme, double least) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        Stream<String> syntax = tokens.keySet().stream().filter(name -> name.startsWith("-sb-syntax-"));
        List<String> all = Stream.concat(WORDS.stream(), syntax).toList();
        for (String ground : GROUNDS) {
            assertThat(all)
                    .as("words on %s", ground)
                    .allSatisfy(word -> assertThat(ratio(tokens.get(word), tokens.get(ground)))
                            .as("%s on %s", word, ground)
                            .isGreaterThanOrEqualTo(least));
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 4.5", "DARK, 4.5", "CONTRAST, 7"})
    void chipsBannersAndLogLinesCanBeRead(Theme theme, double least) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        for (String tone : List.of("accent", "success", "warning", "danger")) {
            assertThat(ratio(tokens.get("-color-" + tone + "-fg"), tokens.get("-color-" + tone + "-subtle")))
                    .as(tone)
                    .isGreaterThanOrEqualTo(least);
        }
        for (String level : List.of("warning", "error", "left-out")) {
            assertThat(ratio(tokens.get("-sb-log-" + level + "-fg"), tokens.get("-sb-log-" + level + "-bg")))
                    .as(level)
                    .isGreaterThanOrEqualTo(least);
        }
    }

    @ParameterizedTest
    @EnumSource
    void buttonsCanBeReadAndEveryThemeNamesTheSameColours(Theme theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        for (String tone : List.of("accent", "success", "danger", "warning")) {
            assertThat(ratio(tokens.get("-color-fg-emphasis"), tokens.get("-color-" + tone + "-emphasis")))
                    .as(tone)
                    .isGreaterThanOrEqualTo(4.5);
        }
        assertThat(tokens.keySet()).isEqualTo(tokens(Theme.DARK).keySet());
    }

    /// WCAG 2.2, 1.4.11.
    @ParameterizedTest
    @EnumSource
    void whatHasTheKeysIsSeen(Theme theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        for (String ground : GROUNDS) {
            assertThat(ratio(tokens.get("-sb-focus"), tokens.get(ground)))
                    .as("focus on %s", ground)
                    .isGreaterThanOrEqualTo(3);
        }
    }
}
