// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.StreamsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.stream.LiveMessages;
import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.stream.MessageSearch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MessagesViewModelTest {
    private final StreamsInMemory hub = new StreamsInMemory();
    private final MessagesViewModel model = new MessagesViewModel(hub, hub::open, OnFx.atOnce());

    private void come(int count) {
        for (int i = 0; i < count; i++) {
            comes(i % 50 == 0 ? "pump-1" : "press-" + i % 10, "number " + i);
        }
    }

    private MessageView comes(String device, String payload) {
        return hub.comes(1, device, Instant.EPOCH, Map.of("message-id", payload), payload);
    }

    private List<Long> keys() {
        return model.rows().stream().map(MessageRow::key).toList();
    }

    private static List<Long> down(long from, long to) {
        return LongStream.rangeClosed(to, from)
                .map(key -> from + to - key)
                .boxed()
                .toList();
    }

    @Test
    void theNewestComeFirstAndOlderOnesAsOneReadsOn() {
        come(250);
        model.show(1);
        assertThat(keys()).isEqualTo(down(249, 150));
        assertThat(model.progress().get()).isEqualTo("100 of 250 messages");
        assertThat(model.more().get()).isEqualTo(More.WAITING);
        model.readerNearsEnd();
        model.readerNearsEnd();
        assertThat(keys()).isEqualTo(down(249, 0));
        assertThat(model.more().get()).isEqualTo(More.END);
    }

    @Test
    void aSearchGoesBackThroughAllThatIsKeptAndSaysHowFarItIs() {
        come(7000);
        model.show(1);
        model.device().set("pump-1");
        model.text().set("NUMBER 3");
        model.personSearches();
        assertThat(model.rows())
                .hasSize(22)
                .allSatisfy(row -> assertThat(row.device()).isEqualTo("pump-1"));
        assertThat(keys()).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(model.progress().get()).isEqualTo("Looked at 7,000 of 7,000, found 22");
    }

    @Test
    void aSearchThatFindsEnoughWaitsForTheReader() {
        come(7000);
        model.show(1);
        model.text().set("number");
        model.personSearches();
        assertThat(model.more().get()).isEqualTo(More.WAITING);
        assertThat(keys()).isEqualTo(down(6999, 6000));
        assertThat(model.progress().get()).isEqualTo("Looked at 1,000 of 7,000, found 1,000");
    }

    @Test
    void noMoreThanCanBeKeptAreShownAndOlderOnesTakeTheirPlace() {
        come(4100);
        model.show(1);
        for (int i = 0; i < 30; i++) {
            model.readerNearsEnd();
        }
        assertThat(keys()).isEqualTo(down(4099, 2100));
        assertThat(model.more().get()).isEqualTo(More.FULL);
        model.personGoesOn();
        assertThat(keys()).isEqualTo(down(2099, 2000));
    }

    @Test
    void whatIsNoDeviceIsSaidAndTheHubNotAsked() {
        come(3);
        model.show(1);
        model.device().set("a b");
        model.personSearches();
        assertThat(model.problem().get()).map(Problem::what).contains("\"a b\" is no device id.");
        assertThat(model.rows()).hasSize(3);
    }

    @Test
    void aHubThatCannotBeReachedIsExplainedAndOneCanLookOn() {
        come(3);
        hub.down = Optional.of(new Problem("hub.unreachable", "The hub is away.", "Try again."));
        model.show(1);
        assertThat(model.problem().get()).map(Problem::code).contains("hub.unreachable");
        assertThat(model.more().get()).isEqualTo(More.STOPPED);
        hub.down = Optional.empty();
        model.personGoesOn();
        assertThat(model.rows()).hasSize(3);
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void whatComesIsFollowedUntilOneReads() {
        come(3);
        model.show(1);
        model.following().set(true);
        comes("press-1", "a");
        assertThat(keys()).isEqualTo(down(3, 0));
        model.live().readerIs(true);
        comes("press-1", "b");
        comes("press-1", "c");
        assertThat(keys()).isEqualTo(down(3, 0));
        assertThat(model.live().held().get()).isEqualTo(2);
        model.live().readerIs(false);
        assertThat(keys()).isEqualTo(down(5, 0));
        assertThat(model.live().held().get()).isZero();
        model.following().set(false);
        comes("press-1", "d");
        assertThat(keys()).isEqualTo(down(5, 0));
        assertThat(hub.calls).containsExactly("follow 1", "leave 1");
    }

    @Test
    void onlyWhatIsLookedForIsFollowed() {
        model.show(1);
        model.device().set("press-1");
        model.personSearches();
        model.following().set(true);
        comes("press-2", "a");
        comes("press-1", "b");
        assertThat(keys()).containsExactly(1L);
        assertThat(model.live().leftOut().get()).isZero();
    }

    @Test
    void whatIsLeftOutIsCounted() {
        come(3);
        model.show(1);
        model.following().set(true);
        MessageView far = hub.messages(1, MessageSearch.all(1)).messages().getFirst();
        var later = new MessageView(
                500, far.received(), far.device(), far.properties(), far.size(), far.head(), far.whole());
        hub.tell(1, new LiveMessages(497, List.of(later)));
        assertThat(model.live().leftOut().get()).isEqualTo(497);
        assertThat(keys().getFirst()).isEqualTo(500);
    }

    @Test
    void whileOneFollowsTheOldestGiveWay() {
        come(2500);
        model.show(1);
        for (int i = 0; i < 30; i++) {
            model.readerNearsEnd();
        }
        model.following().set(true);
        for (int i = 0; i < 30; i++) {
            model.readerNearsEnd();
        }
        come(50);
        assertThat(keys()).isEqualTo(down(2549, 550));
        assertThat(model.more().get()).isEqualTo(More.FULL);
    }

    @Test
    void anotherStreamBeginsAnew() {
        come(3);
        model.show(1);
        model.text().set("nothing says this");
        model.personSearches();
        assertThat(model.rows()).isEmpty();
        model.show(0);
        assertThat(model.text().get()).isEmpty();
        assertThat(model.areDeadLetters().get()).isTrue();
        model.show(1);
        assertThat(model.rows()).hasSize(3);
    }
}
