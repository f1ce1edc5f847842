// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static dev.signalbox.hub.stream.Belt.PUMP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.operator.stream.ClearingWay;
import dev.signalbox.operator.stream.NewClearing;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.testing.process.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UploadedPayloadTest extends OnShelf {
    @Test
    void theFileIsThePayloadAndGoesWithItsMessage() throws IOException {
        byte[] content = new byte[700_000];
        Arrays.fill(content, (byte) 7);
        Path file = upload("large/1.bin", content);
        belt.send(PUMP, EXTERNALISED, "{\"link\":\"large/1.bin\"}");
        belt.send(PUMP, EXTERNALISED, "{\"link\":\"" + PUMP + "/large/1.bin\"}");
        assertThat(belt.all(1)).hasSize(2).allMatch(keyed -> !keyed.whole());
        assertThat(belt.all(1)).extracting(Keyed::size).containsOnly(700_000L);
        try (var payload = belt.sorted.reader().payload(1, 1)) {
            assertThat(payload.readAllBytes()).isEqualTo(content);
        }
        belt.clock.set(Instant.parse("2026-03-20T12:00:00Z"));
        belt.sorted.forget(Duration.ofDays(7));
        assertThat(file).doesNotExist();
        assertThat(belt.all(1)).isEmpty();
    }

    @Test
    void aShelfThatCannotBeReadHoldsUpNobodyAndDecidesNothing() throws IOException {
        upload("large/1.bin", new byte[300_000]);
        Path away = Files.move(ofPump(), folder.resolve("away"));
        Files.writeString(ofPump(), "no folder");
        belt.send(PUMP, EXTERNALISED, LINK);
        belt.send(PUMP, Map.of(), "next");
        assertThat(belt.all(1)).extracting(Keyed::whole).containsExactly(false, true);
        assertThat(belt.all(0)).isEmpty();
        Files.delete(ofPump());
        Files.move(away, ofPump());
        assertThat(belt.all(1)).extracting(Keyed::size).containsExactly(300_000L, 4L);
    }

    @Test
    void aClockThatWasOnceAheadGivesNobodyAnOlderFile() throws IOException {
        upload("large/1.bin", "first");
        belt.leap(Duration.ofDays(3650));
        uploadAgain("large/1.bin", "second");
        belt.leap(Duration.ofDays(-3650));
        belt.send(PUMP, EXTERNALISED, LINK);
        uploadAgain("large/1.bin", "third");
        belt.send(PUMP, EXTERNALISED, LINK);
        assertThat(belt.texts(1)).containsExactly("second", "third");
    }

    @Test
    void filesOfBeforeUploadsWereCountedAreFoundByTheirTimes() throws IOException {
        upload("large/1.bin", "first");
        upload("large/1.bin", "second", Instant.parse("2026-03-01T12:00:05Z"));
        belt.send(PUMP, EXTERNALISED, LINK);
        belt.clock.set(Instant.parse("2026-03-01T12:00:05Z"));
        belt.send(PUMP, EXTERNALISED, LINK);
        assertThat(belt.texts(1)).containsExactly("first", "second");
        uploadAgain("large/1.bin", "third");
        belt.send(PUMP, EXTERNALISED, LINK);
        assertThat(belt.texts(1)).containsExactly("first", "second", "third");
    }

    @Test
    void aFileThatIsNotThereMakesADeadLetter() {
        belt.send(PUMP, EXTERNALISED, LINK);
        assertThat(belt.values(0, "signalbox-dead")).containsExactly("payload-missing");
    }

    @Test
    void aFileThatComesLateIsThePayloadOfAMessageThatIsSentAgain() throws IOException {
        belt.send(PUMP, EXTERNALISED, LINK);
        belt.awaitSorted();
        Path file = upload("large/1.bin", "late");
        clear(ClearingWay.SEND_AGAIN, "payload-missing");
        assertThat(belt.texts(1)).containsExactly("late");
        belt.sorted.forget(WEEK);
        assertThat(file).exists();
        belt.clock.set(Instant.parse("2026-03-20T12:00:00Z"));
        belt.sorted.forget(WEEK);
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileGoesWithTheDeadLetterThatIsDiscarded() throws IOException {
        Path file = upload("large/1.bin", "first ");
        belt.send(PUMP, chunk("1", "false"), LINK);
        belt.clock.add(Duration.ofDays(8));
        belt.send(PUMP, Map.of(), "next");
        assertThat(belt.values(0, "signalbox-dead")).containsExactly("assembly-unfinished");
        belt.sorted.forget(Duration.ofDays(30));
        assertThat(file).exists();
        clear(ClearingWay.DISCARD, "assembly-unfinished");
        belt.sorted.forget(Duration.ofDays(30));
        assertThat(file).doesNotExist();
    }

    private void clear(ClearingWay way, String reason) {
        var letters = belt.sorted.letters();
        letters.clear(NewClearing.of(way, reason), "ada");
        Await.until(
                "the clearing has ended",
                Duration.ofSeconds(20),
                () -> !letters.list().clearing().orElseThrow().running());
    }

    @Test
    void anUploadOfTheSameNameChangesNoMessageThatIsKept() throws IOException {
        upload("large/1.bin", "first");
        belt.send(PUMP, EXTERNALISED, LINK);
        belt.awaitSorted();
        uploadAgain("large/1.bin", "second");
        belt.send(PUMP, EXTERNALISED, LINK);
        assertThat(belt.texts(1)).containsExactly("first", "second");
        belt.clock.set(Instant.parse("2026-03-20T12:00:00Z"));
        belt.sorted.forget(WEEK);
        assertThat(shelf().list(new DeviceId(PUMP))).isEmpty();
    }

    @Test
    void anUploadOfTheSameNameChangesNoChunk() throws IOException {
        upload("large/1.bin", "first ");
        belt.send(PUMP, chunk("1", "false"), LINK);
        belt.awaitSorted();
        uploadAgain("large/1.bin", "second");
        belt.send(PUMP, chunk("2", "true"), LINK);
        assertThat(belt.texts(1)).containsExactly("first second");
        belt.clock.set(Instant.parse("2026-03-20T12:00:00Z"));
        belt.sorted.forget(WEEK);
        assertThat(shelf().list(new DeviceId(PUMP))).isEmpty();
    }

    private static Map<String, String> chunk(String id, String completes) {
        var properties = new HashMap<>(EXTERNALISED);
        properties.putAll(Map.of("message-id", "m", "chunk-id", id, "complete-message", completes));
        return properties;
    }
}
