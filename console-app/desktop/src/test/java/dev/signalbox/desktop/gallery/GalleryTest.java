// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.pictures.Pictures;
import java.nio.file.Path;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

class GalleryTest {
    @Test
    void everyPartCanBeDrawnInEveryTheme() {
        var scene = Pictures.show(Gallery::new, Theme.LIGHT);
        Pictures.saveBoth(scene, "gallery");
        Pictures.on(() -> {
            Theme.CONTRAST.applyTo(scene);
            return scene;
        });
        Pictures.save(scene, "gallery-contrast");
        assertThat(Path.of("target/pictures/gallery-contrast.png")).exists();
    }

    @Test
    void aLongNameMakesNothingWiderThanTheWindow() {
        var scene = Pictures.show(Gallery::new, Theme.LIGHT);
        assertThat(Pictures.on(() -> scene.getRoot().lookupAll("*").stream()
                        .filter(node -> node.getStyleClass().contains("gallery-parts"))
                        .mapToDouble(GalleryTest::right)
                        .max()
                        .orElseThrow()))
                .isLessThanOrEqualTo(scene.getWidth());
    }

    private static double right(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }
}
