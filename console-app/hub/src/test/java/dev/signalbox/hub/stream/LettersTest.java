// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static dev.signalbox.hub.stream.Belt.PUMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.operator.stream.ClearingView;
import dev.signalbox.operator.stream.ClearingWay;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.DeadLetters.ReasonCount;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.NewClearing;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.testing.process.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Dead letters leave: sorted anew, or discarded.
class LettersTest extends OnBelt {
    private static final Map<String, String> PRESS = Map.of("stream-group-name", "plant", "stream-name", "press");
    private static final StreamRules GIVEN = rules(IdRule.GIVEN, 0);

    private static StreamRules rules(IdRule messages, int hours) {
        return new StreamRules(messages, "", IdRule.NONE, "", Concatenation.NONE, hours, true, "");
    }

    private static Map<String, String> press(String... more) {
        var properties = new java.util.HashMap<>(PRESS);
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return properties;
    }

    private ClearingView clear(NewClearing wanted) {
        belt.awaitSorted();
        belt.sorted.letters().clear(wanted, "ada");
        Await.until(
                "the clearing has ended",
                Duration.ofSeconds(20),
                () -> !clearing().running());
        return clearing();
    }

    private ClearingView clearing() {
        return belt.sorted.letters().list().clearing().orElseThrow();
    }

    private static NewClearing again(String reason) {
        return NewClearing.of(ClearingWay.SEND_AGAIN, reason);
    }

    private long kept(long channel) {
        return belt.sorted.streams().get(channel).kept();
    }

    @Test
    void lettersGoToTheirStreamOnceItIsThere() {
        belt.send(PUMP, PRESS, "first");
        belt.send(PUMP, Map.of("stream-name", "nobody"), "other");
        belt.send(PUMP, PRESS, "second");
        assertThat(belt.texts(0)).hasSize(3);
        assertThat(belt.sorted.letters().list().reasons()).containsExactly(new ReasonCount("stream-not-known", 3));
        long press = belt.make("plant", "press", StreamRules.USUAL);
        ClearingView done = clear(again("stream-not-known"));
        assertThat(belt.texts(press)).containsExactly("first", "second");
        assertThat(belt.texts(0)).containsExactly("other");
        assertThat(belt.values(0, Additions.TRIES)).containsExactly("2");
        assertThat(kept(0)).isEqualTo(1);
        assertThat(done.letters()).isEqualTo(3);
        assertThat(done.done()).isEqualTo(3);
        assertThat(done.stayed()).isEqualTo(1);
        assertThat(done.by()).isEqualTo("ada");
        clear(again("stream-not-known"));
        assertThat(belt.texts(press)).hasSize(2);
        assertThat(belt.values(0, Additions.TRIES)).containsExactly("3");
    }

    @Test
    void oneThatFailsAnewSaysWhyNow() {
        belt.send(PUMP, PRESS, "first");
        belt.awaitSorted();
        long press = belt.make("plant", "press", GIVEN);
        assertThat(clear(again("stream-not-known")).stayed()).isEqualTo(1);
        assertThat(belt.values(0, Additions.DEAD)).containsExactly("message-id-missing");
        belt.sorted.streams().setRules(press, StreamRules.USUAL);
        assertThat(clear(again("message-id-missing")).stayed()).isZero();
        assertThat(belt.texts(press)).containsExactly("first");
        assertThat(belt.texts(0)).isEmpty();
        assertThat(belt.values(press, Additions.TRIES)).containsExactly("-");
    }

    @Test
    void aMessageThatCameMeanwhileIsNotThereTwice() {
        belt.send(PUMP, press("message-id", "m-1"), "first");
        belt.awaitSorted();
        long press = belt.make("plant", "press", GIVEN);
        belt.send(PUMP, press("message-id", "m-1"), "first");
        clear(again("stream-not-known"));
        assertThat(belt.texts(press)).containsExactly("first");
        assertThat(belt.texts(0)).isEmpty();
        belt.send(PUMP, press("message-id", "m-1"), "first");
        assertThat(belt.texts(press)).hasSize(1);
    }

    @Test
    void onlyThoseThatAreMeantLeave() {
        var taken = new ArrayList<Belt.Taken>();
        for (int i = 0; i < 9; i++) {
            var receipt = new Belt.Taken();
            taken.add(receipt);
            byte[] payload = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
            belt.log.append(new StoredMessage(new DeviceId(PUMP), belt.clock.instant(), PRESS, payload), receipt);
        }
        taken.forEach(Belt.Taken::join);
        ClearingView done = clear(NewClearing.of(ClearingWay.DISCARD, List.of(7L, 2L, 2L, 100L)));
        assertThat(belt.texts(0)).containsExactly("0", "1", "3", "4", "5", "6", "8");
        assertThat(belt.all(0)).extracting(StreamReader.Keyed::key).containsExactly(0L, 1L, 3L, 4L, 5L, 6L, 8L);
        assertThat(done.letters()).isEqualTo(3);
        assertThat(done.done()).isEqualTo(2);
        assertThat(kept(0)).isEqualTo(7);
        long press = belt.make("plant", "press", StreamRules.USUAL);
        clear(NewClearing.of(ClearingWay.SEND_AGAIN, List.of(8L, 0L)));
        assertThat(belt.texts(press)).containsExactly("0", "8");
        clear(NewClearing.of(ClearingWay.DISCARD, "stream-not-known"));
        assertThat(belt.texts(0)).isEmpty();
        belt.send(PUMP, Map.of("stream-name", "nobody"), "x");
        assertThat(belt.all(0)).extracting(StreamReader.Keyed::key).containsExactly(9L);
    }

    @Test
    void whatWasGivenUpIsWholeWithItsLateChunk() {
        long press = belt.make("plant", "press", StreamRules.USUAL);
        belt.send(PUMP, press("message-id", "m", "chunk-id", "1"), "one ");
        belt.clock.add(Duration.ofDays(8));
        belt.send(PUMP, press("message-id", "m", "chunk-id", "2", "complete-message", "true"), "two");
        assertThat(belt.texts(0)).containsExactly("one ", "two");
        assertThat(clear(again("assembly-unfinished")).stayed()).isZero();
        assertThat(belt.texts(press)).containsExactly("one two");
        assertThat(belt.texts(0)).isEmpty();
    }

    @Test
    void aLetterOfAnEarlierBatchLeavesTheOpenOneOpen() {
        var given = new StreamRules(IdRule.GIVEN, "", IdRule.GIVEN, "", Concatenation.NONE, 0, true, "");
        long press = belt.make("plant", "press", given);
        belt.send(PUMP, press("batch-id", "monday"), "late");
        belt.send(PUMP, press("batch-id", "tuesday", "message-id", "1"), "now");
        belt.awaitSorted();
        belt.sorted
                .streams()
                .setRules(
                        press, new StreamRules(IdRule.FROM_KEY, "", IdRule.GIVEN, "", Concatenation.NONE, 0, true, ""));
        assertThat(clear(again("message-id-missing")).stayed()).isZero();
        assertThat(belt.texts(press)).containsExactly("now", "late");
        assertThat(batches(press)).containsExactlyInAnyOrder("monday closed", "tuesday open");
    }

    private List<String> batches(long channel) {
        belt.awaitSorted();
        return belt.sorted.reader().batches(channel, Optional.empty(), "", 100).stream()
                .map(batch -> batch.batch() + (batch.closed().isPresent() ? " closed" : " open"))
                .toList();
    }

    @Test
    void keepingBeginsAnew() {
        belt.send(PUMP, PRESS, "first");
        belt.awaitSorted();
        belt.clock.add(Duration.ofHours(5));
        long press = belt.make("plant", "press", rules(IdRule.FROM_KEY, 2));
        clear(again("stream-not-known"));
        belt.sorted.forget(Duration.ofDays(7));
        assertThat(belt.texts(press)).containsExactly("first");
        belt.clock.add(Duration.ofHours(3));
        belt.sorted.forget(Duration.ofDays(7));
        assertThat(belt.texts(press)).isEmpty();
    }

    @Test
    void itMustBeSaidWhichAreMeant() {
        belt.send(PUMP, PRESS, "first");
        assertThatThrownBy(() -> clear(again("whatever"))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> clear(NewClearing.of(ClearingWay.DISCARD, List.of())))
                .isInstanceOf(ProblemException.class);
        List<Long> many = java.util.stream.LongStream.rangeClosed(0, NewClearing.MOST_KEYS)
                .boxed()
                .toList();
        assertThatThrownBy(() -> clear(NewClearing.of(ClearingWay.DISCARD, many)))
                .hasMessageContaining("does not say");
    }
}
