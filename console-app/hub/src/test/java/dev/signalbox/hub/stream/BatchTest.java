// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static dev.signalbox.hub.stream.Belt.PUMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.operator.stream.BatchView;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchTest extends OnBelt {
    private static final StreamRules PATTERNS = new StreamRules(
            IdRule.PATTERN,
            "{sequenceId}",
            IdRule.PATTERN,
            "{dateTime:HH-mm}_{sequenceId}",
            Concatenation.WITH_NEW_LINES,
            0,
            true,
            "");

    @Test
    void aNewBatchClosesTheFormerAndAClosedOneThatComesAgainGoesOn() {
        for (String batch : List.of("a", "a", "b", "a")) {
            belt.send(PUMP, Map.of("batch-id", batch), batch);
        }
        belt.send("pump-2", Map.of("batch-id", "a"), "2");
        assertThat(batches(1))
                .extracting(
                        BatchView::batch,
                        BatchView::messages,
                        view -> view.closed().isPresent())
                .containsExactly(tuple("a", 3L, false), tuple("b", 1L, true));
    }

    @Test
    void completionClosesABatchWithAndWithoutAPayload() {
        belt.send(PUMP, Map.of("batch-id", "a", "complete-batch", "true"), "last");
        belt.send(PUMP, Map.of("batch-id", "b"), "b");
        belt.send(PUMP, Map.of("batch-id", "b", "complete-batch", "true", "ignore-payload", "true"), "");
        assertThat(belt.texts(1)).containsExactly("last", "b");
        assertThat(batches(1)).hasSize(2).allMatch(batch -> batch.closed().isPresent());
    }

    @Test
    void missingIdsAreFilledInByPatterns() {
        long number = belt.make("plant", "pressure", PATTERNS);
        var plant = Map.of("stream-group-name", "plant");
        belt.send(PUMP, plant, "0");
        belt.send(PUMP, plant, "1");
        belt.clock.set(Instant.parse("2026-03-01T12:01:00Z"));
        belt.send(PUMP, plant, "2");
        belt.send("pump-2", plant, "3");
        belt.send(PUMP, Map.of("stream-group-name", "plant", "complete-batch", "true", "ignore-payload", "true"), "");
        belt.send(PUMP, plant, "4");
        assertThat(belt.values(number, "batch-id"))
                .containsExactly("12-00_0", "12-00_0", "12-01_1", "12-01_0", "12-01_2");
        assertThat(belt.values(number, "message-id")).containsExactly("0", "1", "2", "0", "3");
    }

    @Test
    void whatAHubCountedGoesOnAfterAStart() {
        long number = belt.make("plant", "pressure", PATTERNS);
        belt.send(PUMP, Map.of("stream-group-name", "plant"), "0");
        belt.awaitSorted();
        belt.close();
        belt = new Belt(folder);
        belt.send(PUMP, Map.of("stream-group-name", "plant"), "1");
        assertThat(belt.values(number, "message-id")).containsExactly("0", "1");
        assertThat(belt.values(number, "batch-id")).containsExactly("12-00_0", "12-00_0");
    }

    @Test
    void aBatchIsReadAsOneHoweverManyStandBetween() throws IOException {
        for (int i = 0; i < 30; i++) {
            belt.send(PUMP, Map.of("batch-id", "a", "batch-slice-id", "s" + i % 2), "line " + i);
            belt.send("pump-2", Map.of("batch-id", "a"), "other");
            belt.send(PUMP, Map.of(), "none");
        }
        belt.awaitSorted();
        String lines = content(Concatenation.WITH_NEW_LINES);
        assertThat(lines.lines())
                .hasSize(30)
                .startsWith("line 0")
                .endsWith("line 29")
                .doesNotContain("other");
        assertThat(content(Concatenation.WITHOUT_NEW_LINES)).isEqualTo(lines.replace("\n", ""));
        assertThat(belt.values(1, "batch-slice-id")).contains("s0", "s1");
    }

    private String content(Concatenation join) throws IOException {
        try (var content = belt.sorted.reader().batch(1, new DeviceId(PUMP), "a", join)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<BatchView> batches(long channel) {
        belt.awaitSorted();
        return belt.sorted.reader().batches(channel, Optional.of(new DeviceId(PUMP)), "", 10);
    }
}
