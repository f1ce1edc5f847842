// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.desktop.desks.StreamsInMemory;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A hub that answers when the test says so.
class SearchTest {
    private final StreamsInMemory hub = new StreamsInMemory();
    private final ByHand fx = new ByHand();
    private final MessagesViewModel model = new MessagesViewModel(hub, hub::open, fx);

    @BeforeEach
    void aStreamIsLookedAt() {
        for (int i = 0; i < 8000; i++) {
            comes(i % 1000 == 500 ? "needle" : "hay");
        }
        model.show(1);
        fx.arriveAll();
    }

    private void comes(String payload) {
        hub.comes(1, "press-1", Instant.EPOCH, Map.of(), payload);
    }

    @Test
    void itSaysHowFarItIsAndCanBeStoppedAndGoneOnWith() {
        model.text().set("needle");
        model.personSearches();
        assertThat(model.progress().get()).isEqualTo("Looking…");
        fx.arriveFirst();
        assertThat(model.progress().get()).isEqualTo("Looked at 1,000 of 8,000, found 1");
        assertThat(model.more().get()).isEqualTo(More.LOOKING);
        model.personStops();
        fx.arriveAll();
        assertThat(model.progress().get()).isEqualTo("Stopped. Looked at 1,000 of 8,000, found 1");
        model.readerNearsEnd();
        assertThat(fx.underWay()).isZero();
        model.personGoesOn();
        fx.arriveAll();
        assertThat(model.progress().get()).isEqualTo("Looked at 8,000 of 8,000, found 8");
        assertThat(model.more().get()).isEqualTo(More.END);
    }

    @Test
    void anAnswerToAnOlderSearchIsDropped() {
        model.text().set("needle");
        model.personSearches();
        model.text().set("nothing says this");
        model.personSearches();
        fx.arriveAll();
        assertThat(model.rows()).isEmpty();
        assertThat(model.progress().get()).isEqualTo("Looked at 8,000 of 8,000, found 0");
    }

    @Test
    void whatComesWhileTheNewestAreReadIsNeitherLostNorTwice() {
        model.following().set(true);
        comes("one");
        comes("two");
        fx.arriveAll();
        comes("three");
        assertThat(model.rows().stream().limit(4).map(MessageRow::beginning))
                .containsExactly("three", "two", "one", "hay");
        assertThat(model.live().leftOut().get()).isZero();
    }

    @Test
    void aPageThatIsLeftWhileItReadsReadsWhenOneComesBack() {
        model.show(1);
        model.leave();
        fx.arriveAll();
        assertThat(model.rows()).isEmpty();
        assertThat(model.isRead().get()).isFalse();
        model.comeBack();
        fx.arriveAll();
        assertThat(model.rows()).hasSize(100);
    }
}
