// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import static dev.signalbox.device.outbox.Shelf.NORMAL;
import static dev.signalbox.device.outbox.Shelf.done;
import static dev.signalbox.device.outbox.Shelf.message;
import static dev.signalbox.device.outbox.Shelf.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.storage.AgeClock;
import dev.signalbox.device.storage.Disk;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What nobody foresees, such as a machine without memory: whoever waits is told.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnforeseenTest {
    @TempDir
    Path folder;

    private final AtomicBoolean failing = new AtomicBoolean();
    private Shelf shelf;

    @BeforeEach
    void setUp() {
        shelf = new Shelf(folder);
    }

    @Test
    void aListenerThatFailsHoldsUpNobody() {
        try (var outbox = shelf.open()) {
            outbox.whenCommitted(() -> {
                throw new StackOverflowError("too deep");
            });
            outbox.put(message("one"));
            outbox.put(message("two"));
            assertThat(texts(outbox, NORMAL)).containsExactly("one", "two");
        }
    }

    @Test
    void aWorkThatFailsIsToldSoAndTheNextIsDone() {
        var clock = new AgeClock(this::time, shelf.wall::get);
        try (var outbox = Outbox.open(folder, new Outbox.Settings(OutboxLimits.USUAL, clock, Disk.MACHINE, 64 << 10))) {
            outbox.put(message("one"));
            failing.set(true);
            assertThatThrownBy(() -> done(outbox.sweep())).hasMessageContaining("outbox.not-read");
            assertThatThrownBy(() -> outbox.put(message("lost"))).hasMessageContaining("outbox.not-written");
            failing.set(false);
            outbox.put(message("two"));
            assertThat(texts(outbox, NORMAL)).containsExactly("one", "two");
            assertThat(outbox.account().agrees()).isTrue();
        }
    }

    private long time() {
        failWhereAsked();
        return shelf.monotonic.get();
    }

    private void failWhereAsked() {
        if (failing.get()) {
            throw new StackOverflowError("too deep");
        }
    }

    @Test
    void anErrorAfterWhichNothingIsCertainEndsTheOutboxWithASentence() {
        Disk disk = new Disk() {
            @Override
            public void checkpoint(Action checkpoint) {
                failWhereAsked();
            }
        };
        try (var outbox = Outbox.open(folder, shelf.settings(OutboxLimits.USUAL, disk))) {
            var waiting = outbox.send(message("one"));
            done(outbox.add(message("two")));
            failing.set(true);
            done(outbox.add(message("x".repeat(100_000))));
            assertThatThrownBy(() -> done(waiting)).hasMessageContaining("outbox.failed");
            assertThatThrownBy(() -> outbox.put(message("three"))).hasMessageContaining("outbox.failed");
            assertThatThrownBy(() -> outbox.add(message("three")).orTimeout(60, TimeUnit.SECONDS))
                    .hasMessageContaining("outbox.failed");
            assertThatThrownBy(() -> outbox.after(NORMAL, 0, 10)).hasMessageContaining("outbox.failed");
        }
        failing.set(false);
        try (var outbox = shelf.open()) {
            assertThat(texts(outbox, NORMAL)).hasSize(3).startsWith("one", "two");
        }
    }
}
