// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.WoundClock;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");

    @TempDir
    Path folder;

    private final WoundClock clock = new WoundClock(Instant.parse("2026-03-01T12:00:00Z"));

    @Test
    void everyMessageIsFollowedOnceOverDaysAndStarts() {
        LogPlace at = LogPlace.START;
        var seen = new ArrayList<String>();
        for (int day = 1; day <= 3; day++) {
            clock.set(Instant.parse("2026-03-0" + day + "T12:00:00Z"));
            try (var log = MessageLog.open(folder, clock);
                    var follower = log.follow()) {
                for (int i = 0; i < 20; i++) {
                    store(log, "m" + day + "-" + i, 700);
                    at = follow(follower, at, seen);
                }
            }
        }
        assertThat(seen)
                .hasSize(60)
                .doesNotHaveDuplicates()
                .startsWith("m1-0", "m1-1")
                .endsWith("m3-19");
    }

    @Test
    void whatWasAppendedBeforeItIsSettledStandsBeforeIt() {
        try (var log = MessageLog.open(folder, clock)) {
            for (int i = 0; i < 50; i++) {
                var stored = new Stored(true);
                log.append(Stored.numbered(PUMP, clock.instant(), i), stored);
                LogPlace settled = log.settled();
                assertThat(stored.future()).isDone();
                assertThat(settled).isEqualTo(log.end());
                assertThat(log.settled()).isEqualTo(settled);
            }
        }
    }

    @Test
    void aMessageLargerThanWhatIsReadAtOnceIsFollowed() {
        try (var log = MessageLog.open(folder, clock);
                var follower = log.follow()) {
            store(log, "large", 5 << 20);
            store(log, "small", 1);
            var seen = new ArrayList<String>();
            follow(follower, LogPlace.START, seen);
            assertThat(seen).containsExactly("large", "small");
        }
    }

    @Test
    void damageIsNamedAndWhatFollowsIsFoundWhereverABitFlips() throws IOException {
        var places = new ArrayList<LogFrame>();
        try (var log = MessageLog.open(folder, clock);
                var follower = log.follow()) {
            for (int i = 0; i < 5; i++) {
                store(log, "m" + i, 300);
            }
            Optional<LogFrame> frame = follower.next(LogPlace.START);
            while (frame.isPresent()) {
                places.add(frame.get());
                frame = follower.next(frame.get().end());
            }
            LogFrame second = places.get(1);
            for (long bit = second.start().bytes() * 8; bit < second.end().bytes() * 8; bit += 211) {
                flip(second.start().segment(), bit);
                assertThat(damagedAndAfter(log)).as("bit " + bit).containsExactly("m0", "damaged", "m2", "m3", "m4");
                flip(second.start().segment(), bit);
            }
            assertThat(damagedAndAfter(log)).containsExactly("m0", "m1", "m2", "m3", "m4");
        }
    }

    @Test
    void aFileThatIsGoneIsPassedOver() {
        try (var log = MessageLog.open(folder, clock)) {
            store(log, "old", 10);
            clock.set(Instant.parse("2026-03-02T12:00:00Z"));
            store(log, "new", 10);
            log.forget(_ -> true, clock.instant());
            try (var follower = log.follow()) {
                var seen = new ArrayList<String>();
                follow(follower, new LogPlace(1, 0), seen);
                assertThat(seen).containsExactly("new");
            }
        }
    }

    private static List<String> damagedAndAfter(MessageLog log) {
        var seen = new ArrayList<String>();
        try (var follower = log.follow()) {
            follow(follower, LogPlace.START, seen);
        }
        return seen;
    }

    private void flip(int segment, long bit) throws IOException {
        Path file = Segment.numbered(folder, segment).orElseThrow().file();
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bit / 8);
            int was = bytes.read();
            bytes.seek(bit / 8);
            bytes.write(was ^ 1 << bit % 8);
        }
    }

    private static LogPlace follow(LogFollower follower, LogPlace from, List<String> seen) {
        LogPlace at = from;
        Optional<LogFrame> frame = follower.next(at);
        while (frame.isPresent()) {
            frame.get().messages().ifPresentOrElse(messages -> ids(messages, seen), () -> seen.add("damaged"));
            at = frame.get().end();
            frame = follower.next(at);
        }
        return at;
    }

    private static void ids(RawMessages messages, List<String> seen) {
        while (messages.next()) {
            assertThat(messages.device()).isEqualTo(PUMP.value());
            seen.add(messages.bag().substring("id=".length()));
        }
    }

    private void store(MessageLog log, String id, int bytes) {
        var stored = new Stored(true);
        byte[] payload = new byte[bytes];
        payload[bytes - 1] = 1;
        log.append(new StoredMessage(PUMP, clock.instant(), Map.of("id", id), payload), stored);
        assertThat(stored.future().join()).isTrue();
    }
}
