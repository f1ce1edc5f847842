// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.desktop.pictures.Samples;
import dev.signalbox.operator.live.LogEvent;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/// Ten thousand lines a second for three seconds. Prints how the window fared; only counts are asserted, because a busy
/// machine may be slow.
class FloodTest {
    private static final int ROUNDS = 60;
    private static final int PER_ROUND = 500;

    private final LogStore store = new LogStore();
    private final LogsPage page = Pictures.on(() -> new LogsPage(store));
    private final Pulses pulses = new Pulses();

    @Test
    void aFloodArrivesWholeAndTheWindowGoesOnDrawing() throws Exception {
        Pictures.show(() -> (Parent) page.view(), Theme.DARK);
        List<LogEvent> lines = Samples.lines(PER_ROUND);
        Consumer<List<LogEvent>> feed = OnFx.toolkit().batched(store::append);
        long busyBefore = fxNanos();
        Pictures.on(() -> {
            pulses.start();
            return pulses;
        });
        var left = new CountDownLatch(ROUNDS);
        try (var source = Executors.newSingleThreadScheduledExecutor()) {
            var task = source.scheduleAtFixedRate(
                    () -> {
                        feed.accept(lines);
                        left.countDown();
                    },
                    0,
                    50,
                    TimeUnit.MILLISECONDS);
            left.await();
            task.cancel(false);
        }
        Pictures.settle();
        long shown = Pictures.on(() -> store.lines().size());
        long busy = (fxNanos() - busyBefore) / 30_000_000;
        System.out.println(
                pulses.words() + ", FX thread " + busy + " % busy, a new filter took " + filterMillis() + " ms");
        assertThat(shown).isGreaterThanOrEqualTo((long) ROUNDS * PER_ROUND);
        assertThat(pulses.count).isGreaterThan(10);
    }

    private static long fxNanos() {
        return Pictures.on(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private long filterMillis() {
        return Pictures.on(() -> {
            long start = System.nanoTime();
            page.open("node=press level=warning boiler at");
            return (System.nanoTime() - start) / 1_000_000;
        });
    }

    private static final class Pulses extends AnimationTimer {
        private int count;
        private long first;
        private long last;
        private long worst;

        @Override
        public void handle(long now) {
            first = count == 0 ? now : first;
            worst = count == 0 ? 0 : Math.max(worst, now - last);
            last = now;
            count++;
        }

        private String words() {
            return String.format(
                    "10,000 lines/s: %.0f pulses a second, longest wait %d ms",
                    count / ((last - first) / 1e9), worst / 1_000_000);
        }
    }
}
