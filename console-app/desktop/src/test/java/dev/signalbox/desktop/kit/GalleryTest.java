// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.pictures.Pictures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GalleryTest {
    @Test
    void everySmallPartCanBeDrawnInBothThemes() {
        var scene = Pictures.show(Gallery::new, Theme.LIGHT);
        Pictures.saveBoth(scene, "gallery");
        assertThat(Path.of("target/pictures/gallery-dark.png")).exists();
    }
}
