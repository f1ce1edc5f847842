// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static dev.signalbox.hub.stream.Belt.PUMP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.stream.StreamReader.Keyed;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssemblyTest extends OnBelt {
    private static final String COMPLETE = "complete-message";

    @Test
    void chunksBecomeOneMessageWhereItIsCompleted() {
        chunk("m", "1", "one ");
        belt.send(PUMP, Map.of(), "between");
        chunk("m", "2", "two ");
        chunk("m", "2", "two ");
        chunk("n", "1", "never completed");
        belt.send(PUMP, Map.of("message-id", "m", "chunk-id", "3", COMPLETE, "true"), "three");
        assertThat(belt.texts(1)).containsExactly("between", "one two three");
        assertThat(belt.all(1).getLast().size()).isEqualTo("one two three".length());
        assertThat(belt.values(1, "signalbox-parts")).containsExactly("-", "3");
    }

    @Test
    void aMessageIsCompletedWithoutAPayloadAndKeepsWhatItsChunksSaid() {
        belt.send(PUMP, Map.of("message-id", "m", "chunk-id", "1", "colour", "red"), "a");
        chunk("m", "2", "b");
        complete("m");
        complete("m");
        assertThat(belt.texts(1)).containsExactly("ab");
        assertThat(belt.values(1, "colour")).containsExactly("red");
    }

    @Test
    void chunksThatAreSentAgainMakeNoSecondMessage() {
        for (int i = 0; i < 2; i++) {
            chunk("m", "1", "a");
            chunk("m", "2", "b");
            complete("m");
        }
        chunk("m", "2", "b");
        assertThat(belt.texts(1)).containsExactly("ab");
        belt.clock.set(Instant.parse("2026-03-20T12:00:00Z"));
        belt.send(PUMP, Map.of(), "later");
        assertThat(belt.all(0)).isEmpty();
    }

    @Test
    void aMessageOfManyLargeChunksIsReadPieceByPiece() throws IOException {
        byte[] piece = new byte[50_000];
        for (int i = 0; i < 250; i++) {
            Arrays.fill(piece, (byte) i);
            belt.send(PUMP, Map.of("message-id", "m", "chunk-id", "c" + i), piece);
        }
        complete("m");
        Keyed whole = belt.all(1).getFirst();
        assertThat(whole.whole()).isFalse();
        assertThat(whole.size()).isEqualTo(250L * piece.length);
        assertThat(whole.message().payload()).hasSize(StreamReader.INLINE);
        try (var payload = belt.sorted.reader().payload(1, 0)) {
            for (int i = 0; i < 250; i++) {
                assertThat(payload.readNBytes(piece.length))
                        .hasSize(piece.length)
                        .containsOnly(i);
            }
            assertThat(payload.read()).isNegative();
        }
    }

    @Test
    void whatIsNeverCompletedIsADeadLetterAfterAWeek() {
        chunk("m", "1", "half ");
        chunk("m", "2", "done");
        belt.clock.set(Instant.parse("2026-03-08T11:59:59Z"));
        belt.send(PUMP, Map.of(), "early");
        assertThat(belt.all(0)).isEmpty();
        belt.clock.set(Instant.parse("2026-03-08T12:00:01Z"));
        belt.send(PUMP, Map.of(), "late");
        assertThat(belt.texts(0)).containsExactly("half done");
        assertThat(belt.values(0, "signalbox-dead")).containsExactly("assembly-unfinished");
        belt.send(PUMP, Map.of("message-id", "m", "chunk-id", "3", COMPLETE, "true"), "too late");
        assertThat(belt.texts(0)).containsExactly("half done", "too late");
        assertThat(belt.texts(1)).containsExactly("early", "late");
    }

    @Test
    void aWholeMessageOfTheSameIdComesFirstAndTheChunksAreKept() {
        chunk("m", "1", "a chunk");
        belt.send(PUMP, Map.of("message-id", "m"), "the whole");
        complete("m");
        assertThat(belt.texts(1)).containsExactly("the whole");
        assertThat(belt.texts(0)).containsExactly("a chunk");
    }

    @Test
    void aChunkOfNoMessageIsADeadLetter() {
        belt.send(PUMP, Map.of("chunk-id", "1"), "whose?");
        assertThat(belt.values(0, "signalbox-dead")).containsExactly("message-id-missing");
    }

    private void chunk(String message, String chunk, String payload) {
        belt.send(PUMP, Map.of("message-id", message, "chunk-id", chunk), payload);
    }

    private void complete(String message) {
        var properties = new HashMap<>(Map.of("message-id", message, COMPLETE, "true"));
        properties.put("ignore-payload", "true");
        belt.send(PUMP, properties, "");
    }
}
