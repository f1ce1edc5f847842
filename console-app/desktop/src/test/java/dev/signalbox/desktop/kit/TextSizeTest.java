// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextSizeTest {
    @AfterEach
    void usual() {
        TextSize.set(TextSize.USUAL);
    }

    @Test
    void lengthsGrowAndLinesStayFine() {
        assertThat(StyleSheets.resized(
                        ".a { -fx-padding: 0 12px 2px -4px; -fx-border-width: 1px; -fx-opacity: 0.5; }", 125))
                .isEqualTo(".a { -fx-padding: 0 15.0px 2px -5.0px; -fx-border-width: 1px; -fx-opacity: 0.5; }");
        assertThat(StyleSheets.resized(".b { -fx-font-size: 13px; }", 110)).contains("14.5px");
    }

    @Test
    void stepsEndWhereTheyEnd() {
        for (int i = 0; i < 20; i++) {
            TextSize.larger();
        }
        assertThat(TextSize.percent().get()).isEqualTo(200);
        for (int i = 0; i < 20; i++) {
            TextSize.smaller();
        }
        assertThat(TextSize.percent().get()).isEqualTo(80);
        TextSize.set(-5);
        assertThat(TextSize.percent().get()).isEqualTo(80);
        TextSize.set(118);
        assertThat(TextSize.percent().get()).isEqualTo(125);
        assertThat(TextSize.of(20)).isEqualTo(25);
    }

    @Test
    void theCanvasHasASizeOfItsOwn() {
        TextSize.set(150);
        assertThat(StyleSheets.of("canvas")).endsWith("canvas.css");
        assertThat(StyleSheets.of("flow")).startsWith("data:text/css");
    }
}
