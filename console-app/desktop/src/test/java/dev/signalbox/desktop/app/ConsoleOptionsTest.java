// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleOptionsTest {
    @TempDir
    Path folder;

    @Test
    void everyOptionIsUnderstood() {
        var options = ConsoleOptions.parse("--contact", "a/hub.json", "--data", "b", "--theme", "light");
        assertThat(options.contact()).isEqualTo(Path.of("a/hub.json"));
        assertThat(options.data()).isEqualTo(Path.of("b"));
        assertThat(options.theme()).contains(Theme.LIGHT);
    }

    @Test
    void withoutOptionsItIsTheLocalHub() {
        assertThat(ConsoleOptions.parse().contact()).endsWithRaw(Path.of("signalbox", "hub", "hub.json"));
    }

    @Test
    void aWrongOptionIsNamed() {
        assertThatThrownBy(() -> ConsoleOptions.parse("--colour", "red")).hasMessageContaining("--colour");
        assertThatThrownBy(() -> ConsoleOptions.parse("--data")).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> ConsoleOptions.parse("--theme", "pink")).hasMessageContaining("pink");
    }

    @Test
    void theThemeIsRemembered() {
        var habits = new Habits(folder.resolve("console"));
        assertThat(habits.theme()).isEqualTo(Theme.DARK);
        habits.remember(Theme.LIGHT);
        assertThat(habits.theme()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void whereTheWindowWasIsRememberedAndASpoiledFileIsNone() throws IOException {
        var habits = new Habits(folder.resolve("console"));
        assertThat(habits.window()).isEmpty();
        var window = new WindowState(40, 20, 1200, 800, true, Place.FLOWS);
        habits.remember(window);
        assertThat(habits.window()).contains(window);
        Files.writeString(folder.resolve("console/window.json"), "{\"x\": 4");
        assertThat(habits.window()).isEmpty();
        Files.writeString(folder.resolve("console/window.json"), "{\"page\": \"ATTIC\"}");
        assertThat(habits.window()).isEmpty();
    }

    @Test
    void aMissingHubIsExplained() {
        var contact = new ContactFile(folder.resolve("hub.json"));
        assertThatThrownBy(() -> contact.open(folder)).isInstanceOf(ProblemException.class);
    }
}
