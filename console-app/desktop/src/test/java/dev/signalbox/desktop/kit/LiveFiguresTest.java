// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.workbench.live.FiguresNews;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When those who show figures are told to look again.
class LiveFiguresTest {
    private final ByHand fx = new ByHand();
    private final LiveFigures figures = new LiveFigures(fx, () -> 0);

    @Test
    void aFloodIsToldAtOnceAndThenOnceAPause() {
        for (int i = 0; i < 100; i++) {
            figures.hear(List.of(new FiguresNews.Gone("pump-" + i)));
        }
        assertThat(heard()).isEqualTo(1);
        fx.pause();
        assertThat(heard()).isEqualTo(2);
    }

    @Test
    void whatGrewOldIsToldOnceMoreThenItIsStill() {
        figures.hear(List.of(new FiguresNews.Gone("pump-1")));
        fx.pause();
        fx.pause();
        assertThat(heard()).isEqualTo(2);
        fx.pause();
        fx.pause();
        assertThat(heard()).isEqualTo(2);
    }

    @Test
    void countsAndRatesAreSaidBriefly() {
        assertThat(List.of(Counts.words(9_999), Counts.words(12_345), Counts.words(999_950), Counts.words(4_100_000)))
                .containsExactly("9,999", "12 k", "1.0 M", "4.1 M");
        assertThat(List.of(Rates.perSecond(0), Rates.perSecond(0.01), Rates.perSecond(12.4), Rates.perSecond(2_036)))
                .containsExactly("0/s", "0.1/s", "12/s", "2,036/s");
    }

    private long heard() {
        return figures.heard().get();
    }
}
