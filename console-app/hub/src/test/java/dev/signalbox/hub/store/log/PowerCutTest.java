// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log is cut at any byte after what was acknowledged, and filled with anything, as a power cut leaves it. All that
/// was acknowledged is there, in order and once, also after what was not is sent again. Where a bit flips in what was
/// durable, the messages of that frame are lost and no others.
class PowerCutTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");
    private static final int CUTS = Integer.getInteger("signalbox.cuts", 200);

    @TempDir
    Path temp;

    private final long seed = Long.getLong("signalbox.seed", System.nanoTime());
    private final RandomGenerator random = new Random(seed);

    private final Set<Integer> damaged = new HashSet<>();
    private LogPlace durable = LogPlace.START;

    @Test
    void whateverStandsAfterWhatWasAcknowledgedNothingIsLostOrTwice() throws Exception {
        run(CUTS, false);
        assertThat(damaged).isEmpty();
    }

    @Test
    void aBitThatFlipsInTheMiddleTakesItsFrameAndNoOther() throws Exception {
        run(CUTS / 2, true);
        assertThat(damaged).as("signalbox.seed=" + seed).isNotEmpty();
    }

    private void run(int cuts, boolean flips) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("log"));
        int acknowledged = 0;
        for (int cut = 0; cut < cuts; cut++) {
            Path during = temp.resolve("during-" + cut);
            acknowledged = send(folder, acknowledged, during);
            deleteAll(folder);
            folder = during;
            tear(folder, acknowledged);
            if (flips && random.nextInt(4) == 0) {
                flip(folder);
            }
        }
        try (var log = MessageLog.open(folder, Clock.systemUTC(), durable)) {
            assertThat(numbers(log.newest(PUMP, Integer.MAX_VALUE)))
                    .as("signalbox.seed=" + seed)
                    .containsExactlyElementsOf(upTo(acknowledged));
        }
    }

    /// Sends some, the last one that is known first once more, and copies the folder while the log is still open.
    private int send(Path folder, int acknowledged, Path copy) throws IOException {
        int until = acknowledged + random.nextInt(4);
        try (var log = MessageLog.open(folder, Clock.systemUTC(), durable)) {
            List<Stored> sent = new ArrayList<>();
            for (int number = Math.max(1, acknowledged); number <= until; number++) {
                var stored = new Stored(true);
                log.append(Stored.numbered(PUMP, Instant.now(), number), stored);
                if (random.nextBoolean()) {
                    stored.future().join();
                }
                sent.add(stored);
            }
            for (int i = 0; i < sent.size(); i++) {
                boolean fresh = Math.max(1, acknowledged) + i > acknowledged;
                assertThat(sent.get(i).future().join())
                        .as("signalbox.seed=" + seed)
                        .isEqualTo(fresh);
            }
            durable = log.end();
            copy(folder, copy);
        }
        return until;
    }

    /// Changes a bit of any frame but the last one, which shows what the device had sent.
    private void flip(Path folder) throws IOException {
        List<LogFrame> frames = new ArrayList<>();
        for (Segment segment : Segment.in(folder)) {
            frames.addAll(wholeFrames(segment));
        }
        if (frames.size() < 2) {
            return;
        }
        LogFrame hit = frames.get(random.nextInt(frames.size() - 1));
        Path file =
                Segment.numbered(folder, hit.start().segment()).orElseThrow().file();
        try (var frame = new Frames(new ReadWindow(file, 1 << 16, false))) {
            RawMessages messages = frame.whole(hit.start(), frame.size())
                    .flatMap(LogFrame::messages)
                    .orElseThrow();
            while (messages.next()) {
                damaged.add(number(messages.message()));
            }
        }
        int bytes = (int) (hit.end().bytes() - hit.start().bytes());
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            long at = hit.start().bytes() + random.nextInt(bytes);
            raw.seek(at);
            int was = raw.read();
            raw.seek(at);
            raw.write(was ^ 1 << random.nextInt(8));
        }
    }

    /// Appends what was being written: a part of a frame, zeros, or anything.
    private void tear(Path folder, int acknowledged) throws IOException {
        List<Segment> segments = Segment.in(folder);
        if (segments.isEmpty()) {
            return;
        }
        var frame = new Frame();
        frame.add(PUMP, Frame.written(Stored.numbered(PUMP, Instant.now(), acknowledged + 1)));
        var bytes = frame.finish();
        byte[] rest = new byte[random.nextInt(bytes.remaining())];
        switch (random.nextInt(3)) {
            case 0 -> bytes.get(rest);
            case 1 -> random.nextBytes(rest);
            default -> {
                // zeros: the file's length was written, its content was not
            }
        }
        try (var file = new RandomAccessFile(segments.getLast().file().toFile(), "rw")) {
            file.seek(end(segments.getLast()));
            file.write(rest);
            if (random.nextBoolean()) {
                file.setLength(file.getFilePointer());
            }
        }
    }

    /// Where the last whole frame ends.
    private static long end(Segment segment) throws IOException {
        List<LogFrame> frames = wholeFrames(segment);
        return frames.isEmpty() ? 0 : frames.getLast().end().bytes();
    }

    private static List<LogFrame> wholeFrames(Segment segment) throws IOException {
        List<LogFrame> whole = new ArrayList<>();
        try (var frames = new Frames(new ReadWindow(segment.file(), 1 << 16, false))) {
            Optional<LogFrame> next = frames.next(new LogPlace(segment.number(), 0), frames.size());
            while (next.isPresent()) {
                next.filter(frame -> frame.messages().isPresent()).ifPresent(whole::add);
                next = frames.next(next.get().end(), frames.size());
            }
        }
        return whole;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<Integer> numbers(List<StoredMessage> messages) {
        return messages.stream().map(PowerCutTest::number).toList();
    }

    private static int number(StoredMessage message) {
        return Integer.parseInt(message.properties().get("signalbox-seq"));
    }

    private List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last)
                .filter(number -> !damaged.contains(number))
                .boxed()
                .toList();
    }
}
