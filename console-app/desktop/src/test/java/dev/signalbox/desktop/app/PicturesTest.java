// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.TextSize;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.desktop.pictures.SampleConsole;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/// Draws each page in both themes into `target/pictures`, to be looked at.
class PicturesTest {
    /// Usual width of a button of the rail.
    private static final double RAIL = 40;

    private final SampleConsole console = new SampleConsole();

    @Test
    void everyPageCanBeDrawnInBothThemes() {
        Scene scene = Pictures.show(console::build, Theme.LIGHT);
        draw(scene, Place.NODES, "", "nodes-empty");
        draw(scene, Place.LOGS, "", "logs-empty");
        Pictures.on(console::fill);
        draw(scene, Place.LOGS, "", "logs");
        draw(scene, Place.LOGS, "level=warning service=boiler limit", "logs-filtered");
        draw(scene, Place.LOGS, "nothing says this", "logs-none-match");
        draw(scene, Place.NODES, "press-0418", "nodes");
        draw(scene, Place.WAITING, "", "waiting-console");
        Pictures.on(() -> {
            console.dock().toggle();
            return scene;
        });
        draw(scene, Place.NODES, "gateway-01", "nodes-dock");
        assertThat(Path.of("target/pictures/nodes-dock-dark.png")).exists();
    }

    @Test
    void theThemeOfHighContrastCanBeDrawn() {
        Scene scene = Pictures.show(console::build, Theme.CONTRAST);
        Pictures.on(console::fill);
        for (Place place : List.of(Place.NODES, Place.LOGS, Place.WAITING)) {
            Pictures.on(() -> {
                console.shell().go(place, "");
                return place;
            });
            Pictures.save(scene, place.title().toLowerCase(Locale.ROOT) + "-contrast");
        }
        assertThat(Path.of("target/pictures/nodes-contrast.png")).exists();
    }

    @Test
    void theWindowGrowsWithTheWords() {
        Scene scene = Pictures.show(console::build, Theme.LIGHT);
        Pictures.on(console::fill);
        try {
            Pictures.on(() -> {
                TextSize.set(150);
                return scene;
            });
            draw(scene, Place.NODES, "press-0418", "nodes-large");
            draw(scene, Place.LOGS, "", "logs-large");
            assertThat(Pictures.on(
                            () -> scene.lookup("#rail-nodes").getLayoutBounds().getWidth()))
                    .isGreaterThan(RAIL * 1.4);
        } finally {
            Pictures.on(() -> {
                TextSize.set(TextSize.USUAL);
                return scene;
            });
        }
    }

    @Test
    void aHubThatCannotBeOpenedIsExplainedInTheWindow() {
        var problem = new Problem(
                "session.no-contact",
                "There is no hub's contact file at /home/ada/.local/share/signalbox/hub/hub.json.",
                "Start the hub, or name its hub.json with --contact.");
        Scene scene = Pictures.show(() -> new StackPane(Welcome.failed(problem, () -> {})), Theme.LIGHT);
        Pictures.saveBoth(scene, "welcome-failed");
        assertThat(Path.of("target/pictures/welcome-failed-dark.png")).exists();
    }

    private void draw(Scene scene, Place place, String argument, String name) {
        Pictures.on(() -> {
            console.shell().go(place, argument);
            return place;
        });
        Pictures.saveBoth(scene, name);
    }
}
