// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class PageKeyTest {
    @Test
    void theTenthPageHasTheDigitZeroAndTheEleventhNone() {
        assertThat(PageKey.at(0).orElseThrow().code()).isEqualTo(KeyCode.DIGIT1);
        assertThat(PageKey.at(8).orElseThrow().words()).isEqualTo(" (Ctrl+9)");
        assertThat(PageKey.at(9).orElseThrow().code()).isEqualTo(KeyCode.DIGIT0);
        assertThat(PageKey.at(10)).isEmpty();
    }

    @Test
    void theFirstTenPlacesHaveAKeyOfTheirOwn() {
        assertThat(IntStream.range(0, 10)
                        .mapToObj(at -> PageKey.at(at).orElseThrow().code()))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }
}
