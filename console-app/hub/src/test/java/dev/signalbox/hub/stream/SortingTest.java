// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static dev.signalbox.hub.stream.Belt.PUMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.StreamRate;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.stream.StreamName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SortingTest extends OnBelt {
    private static final StreamRules GIVEN =
            new StreamRules(IdRule.GIVEN, "", IdRule.GIVEN, "", Concatenation.NONE, 0, true, "");

    @Test
    void aMessageThatSaysNothingGoesToTheDefaultStream() {
        belt.send(PUMP, Map.of("colour", "a b"), "1");
        belt.send("pump-2", Map.of(), "2");
        assertThat(belt.all(1)).extracting(Keyed::key).containsExactly(0L, 1L);
        assertThat(belt.texts(1)).containsExactly("1", "2");
        assertThat(belt.values(1, "colour")).containsExactly("a b", "-");
    }

    @Test
    void aMessageGoesToTheStreamItNames() {
        long pressure = belt.make("plant", "pressure", StreamRules.USUAL);
        long heat = belt.make("plant", "heat", StreamRules.USUAL);
        belt.send(PUMP, Map.of("stream-group-name", "plant", "stream-name", "heat"), "h0");
        belt.send(PUMP, Map.of("stream-group-name", "plant"), "p0");
        belt.send(PUMP, Map.of("stream-group-name", "plant", "stream-name", "pressure"), "p1");
        assertThat(belt.texts(pressure)).containsExactly("p0", "p1");
        assertThat(belt.texts(heat)).containsExactly("h0");
        assertThat(belt.sorted.streams().get(pressure).nextKey()).isEqualTo(2);
        assertThat(belt.sorted.reader().nextKey(heat)).isEqualTo(1);
    }

    @Test
    void aStreamThatNobodyMadeMakesADeadLetter() {
        belt.send(PUMP, Map.of("stream-name", "nobody-made-it"), "lost?");
        belt.send(PUMP, Map.of("stream-name", "dead-letters"), "forged?");
        belt.send(PUMP, Map.of("stream-name", "?"), "no name");
        assertThat(belt.texts(0)).containsExactly("lost?", "forged?", "no name");
        assertThat(belt.values(0, "signalbox-dead")).containsOnly("stream-not-known");
    }

    @Test
    void whatAStreamMustHaveAndAMessageHasNotMakesADeadLetter() {
        long number = belt.make("plant", "pressure", GIVEN);
        belt.send(PUMP, Map.of("stream-group-name", "plant", "message-id", "1"), "no batch");
        belt.send(PUMP, Map.of("stream-group-name", "plant", "batch-id", "b"), "no message");
        belt.send(PUMP, Map.of("stream-group-name", "plant", "batch-id", "b/c", "message-id", "1"), "malformed");
        belt.send(PUMP, Map.of("stream-group-name", "plant", "batch-id", "b", "message-id", "1"), "right");
        assertThat(belt.values(0, "signalbox-dead"))
                .containsExactly("batch-id-missing", "message-id-missing", "id-malformed");
        assertThat(belt.texts(number)).containsExactly("right");
    }

    @Test
    void aPayloadThatCannotBeReadMakesADeadLetter() {
        belt.send(PUMP, Map.of("content-encoding", "br"), "not packed at all");
        belt.send(PUMP, Map.of("has-externalized-payload", "true"), "{\"link\":\"nowhere\"}");
        assertThat(belt.values(0, "signalbox-dead")).containsExactly("payload-unreadable", "payload-missing");
        assertThat(belt.texts(0)).containsExactly("not packed at all", "{\"link\":\"nowhere\"}");
    }

    /// 80 MiB of zeros, in 132 bytes. To unpack all such to their end would hold up everybody's messages.
    @Test
    void whatUnpacksToVeryMuchIsNotUnpackedWhileItIsSorted() throws IOException {
        byte[] bomb = Base64.getDecoder()
                .decode(
                        "y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//+P//B/8E"
                                + "QBwWAOje//H//w/+CYA4LADQvf/j//8f/BMAcVgAoHv/x///P/gnAOKwAED3/i/////wTwDEYQGA7v0f");
        belt.send(PUMP, Map.of("content-encoding", "br"), bomb);
        assertThat(belt.all(0)).isEmpty();
        assertThat(belt.all(1)).extracting(Keyed::whole).containsExactly(false);
        try (var payload = belt.sorted.reader().payload(1, 0)) {
            assertThatThrownBy(() -> payload.transferTo(OutputStream.nullOutputStream()))
                    .hasMessage("it is too large unpacked");
        }
    }

    @Test
    void aPackedPayloadIsReadUnpacked() {
        byte[] hello = {0x0b, 0x02, (byte) 0x80, 'h', 'e', 'l', 'l', 'o', 0x03};
        belt.send(PUMP, Map.of("content-encoding", "br"), hello);
        assertThat(belt.texts(1)).containsExactly("hello");
        assertThat(belt.all(1).getFirst().size()).isEqualTo(hello.length);
    }

    @Test
    void aMessageOfTheSameIdIsTakenOnceInItsBatch() {
        long number = belt.make("plant", "pressure", GIVEN);
        for (String id : new String[] {"b1/1", "b1/2", "b1/1", "b2/1", "b2/1", "b1/2"}) {
            String[] ids = id.split("/", -1);
            belt.send(PUMP, Map.of("stream-group-name", "plant", "batch-id", ids[0], "message-id", ids[1]), id);
        }
        belt.send("pump-2", Map.of("stream-group-name", "plant", "batch-id", "b1", "message-id", "1"), "other");
        assertThat(belt.texts(number)).containsExactly("b1/1", "b1/2", "b2/1", "other");
        assertThat(belt.sorted.rates().now())
                .filteredOn(rate -> rate.channel() == number)
                .extracting(StreamRate::repeated)
                .containsExactly(3L);
    }

    @Test
    void whatOnlyTheHubMaySayIsBelievedOfNoDevice() {
        belt.send(PUMP, Map.of("signalbox-dead", "no", "signalbox-file", "../x", "signalbox-parts", "3"), "plain");
        assertThat(belt.values(1, "signalbox-dead")).containsExactly("-");
        assertThat(belt.values(1, "signalbox-file")).containsExactly("-");
        assertThat(belt.texts(1)).containsExactly("plain");
    }

    @Test
    void aDeletedStreamsNumberIsNeverUsedAgain() {
        long first = belt.make("plant", "pressure", StreamRules.USUAL);
        belt.sorted.streams().delete(first);
        assertThat(belt.make("plant", "pressure", StreamRules.USUAL)).isGreaterThan(first);
        assertThat(belt.sorted.streams().list())
                .extracting(stream -> stream.name())
                .containsExactly(
                        Streams.DEAD_LETTERS,
                        new StreamName("default", "default"),
                        new StreamName("plant", "pressure"));
    }

    @Test
    void whoWaitsForAMessageIsToldOnce() {
        var told = new CompletableFuture<Boolean>();
        try (var waiting = belt.sorted.reader().watch(1, 1, () -> told.complete(true))) {
            assertThat(waiting).isNotNull();
            belt.send(PUMP, Map.of(), "0");
            belt.awaitSorted();
            assertThat(told).isNotDone();
            belt.send(PUMP, Map.of(), "1");
            assertThat(told.join()).isTrue();
        }
    }

    @Test
    void whatWasInTheLogBeforeIsSortedAtTheStart() {
        belt.send(PUMP, Map.of(), "before");
        belt.sorted.close();
        belt.send(PUMP, Map.of(), "meanwhile");
        belt.close();
        belt = new Belt(folder);
        belt.send(PUMP, Map.of(), "after");
        assertThat(belt.texts(1)).containsExactly("before", "meanwhile", "after");
        assertThat(belt.all(1)).extracting(Keyed::key).containsExactly(0L, 1L, 2L);
    }
}
