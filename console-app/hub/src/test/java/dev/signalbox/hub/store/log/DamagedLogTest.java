// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.WoundClock;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk changes what stands in the log, before a hub starts that did not end well.
class DamagedLogTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");

    @TempDir
    Path folder;

    @TempDir
    Path copy;

    private final WoundClock clock = new WoundClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final List<LogPlace> ends = new ArrayList<>();

    @Test
    void whatWasDurableBehindADamagedFrameStays() throws IOException {
        crashAfter(5);
        flip(1, middleOf(2));
        try (var log = MessageLog.open(copy, clock, ends.getLast())) {
            assertThat(numbers(log)).containsExactly("1", "2", "4", "5");
            assertThat(log.damaged())
                    .isEqualTo(ends.get(2).bytes() - ends.get(1).bytes());
            assertThat(store(log, 5)).isFalse();
            assertThat(store(log, 6)).isTrue();
            assertThat(numbers(log)).containsExactly("1", "2", "4", "5", "6");
        }
    }

    @Test
    void aDamagedLengthHidesNothingBehindIt() throws IOException {
        crashAfter(5);
        flip(1, ends.get(1).bytes() + 2);
        try (var log = MessageLog.open(copy, clock, ends.getLast())) {
            assertThat(numbers(log)).containsExactly("1", "2", "4", "5");
        }
    }

    @Test
    void aDayThatIsOverIsDurableWithoutAnyoneSayingSo() throws IOException {
        try (var log = MessageLog.open(folder, clock)) {
            sendTo(log, 1, 4);
            clock.set(Instant.parse("2026-03-02T12:00:00Z"));
            sendTo(log, 5, 6);
            copyAll();
        }
        flip(1, middleOf(1));
        Files.delete(copy.resolve("marks.db"));
        try (var log = MessageLog.open(copy, clock)) {
            assertThat(numbers(log)).containsExactly("1", "3", "4", "5", "6");
            assertThat(store(log, 6)).isFalse();
        }
    }

    /// A frame may be on the disk although the one before it, of the same group, is not; neither was acknowledged then.
    /// A disk that damages what was acknowledged looks the same, so what is put aside is counted.
    @Test
    void whatWasNotKnownToBeDurableEndsBeforeItsFirstDamageAndTheRestIsPutAside() throws IOException {
        crashAfter(5);
        flip(1, middleOf(3));
        try (var log = MessageLog.open(copy, clock, ends.get(2))) {
            assertThat(numbers(log)).containsExactly("1", "2", "3");
            assertThat(log.putAside()).isEqualTo(1);
            assertThat(store(log, 4)).isTrue();
            assertThat(store(log, 5)).isTrue();
            assertThat(numbers(log)).containsExactly("1", "2", "3", "4", "5");
        }
        assertThat(copy.toFile().list()).anyMatch(name -> name.contains(".rest-"));
    }

    @Test
    void aTornLastMessageIsNoReasonToTellAnyone() throws IOException {
        crashAfter(3);
        flip(1, middleOf(2));
        try (var log = MessageLog.open(copy, clock, ends.get(1))) {
            assertThat(numbers(log)).containsExactly("1", "2");
            assertThat(log.putAside()).isZero();
        }
    }

    @Test
    void damageUpToWhereItWasDurableIsNotWrittenOver() throws IOException {
        crashAfter(3);
        flip(1, middleOf(2));
        try (var log = MessageLog.open(copy, clock, ends.getLast())) {
            assertThat(log.end()).isEqualTo(ends.getLast());
            assertThat(store(log, 4)).isTrue();
            assertThat(numbers(log)).containsExactly("1", "2", "4");
        }
    }

    @Test
    void aPayloadThatLooksLikeAFrameIsNotTakenForOneInATornMessage() throws IOException {
        var inside = new Frame();
        var forged = new DeviceId("forged");
        inside.add(forged, Frame.written(Stored.numbered(forged, clock.instant(), 1)));
        ByteBuffer frame = inside.finish();
        byte[] payload = new byte[frame.remaining()];
        frame.get(payload);
        try (var log = MessageLog.open(folder, clock)) {
            sendTo(log, 1, 1);
            var stored = new Stored(true);
            log.append(new StoredMessage(PUMP, clock.instant(), Map.of(), payload), stored);
            stored.future().join();
            copyAll();
        }
        flip(1, ends.getFirst().bytes() + Integer.BYTES);
        try (var log = MessageLog.open(copy, clock, ends.getFirst())) {
            assertThat(numbers(log)).containsExactly("1");
            assertThat(log.newest(new DeviceId("forged"), 1)).isEmpty();
        }
    }

    private void crashAfter(int messages) throws IOException {
        try (var log = MessageLog.open(folder, clock)) {
            sendTo(log, 1, messages);
            copyAll();
        }
    }

    private void sendTo(MessageLog log, int first, int last) {
        for (int number = first; number <= last; number++) {
            assertThat(store(log, number)).isTrue();
            ends.add(log.end());
        }
    }

    /// @param index of a message, from 1 on
    private long middleOf(int index) {
        return (ends.get(index - 1).bytes() + ends.get(index).bytes()) / 2;
    }

    private void flip(int segment, long at) throws IOException {
        Path file = Segment.numbered(copy, segment).orElseThrow().file();
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int was = bytes.read();
            bytes.seek(at);
            bytes.write(was ^ 16);
        }
    }

    private void copyAll() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
    }

    private boolean store(MessageLog log, long number) {
        var stored = new Stored(true);
        log.append(Stored.numbered(PUMP, clock.instant(), number), stored);
        return stored.future().join();
    }

    private static List<String> numbers(MessageLog log) {
        return log.newest(PUMP, 100).stream()
                .map(message -> message.properties().get("signalbox-seq"))
                .toList();
    }
}
