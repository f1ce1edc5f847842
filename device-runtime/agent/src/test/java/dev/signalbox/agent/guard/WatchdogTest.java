// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {
    private static final Duration PATIENCE = Duration.ofMillis(20);

    @TempDir
    Path folder;

    private final CountDownLatch halted = new CountDownLatch(1);
    private final AtomicLong asked = new AtomicLong();
    private final NodeLog log = new NodeLog(Clock.systemUTC(), line -> {}, (payload, properties) -> true);

    @AfterEach
    void end() {
        log.close();
    }

    @Test
    void aPartThatMakesNoProgressEndsTheNodeAndAllThreadsAreWrittenDown() throws InterruptedException {
        try (var _ = over(() -> asked.incrementAndGet(), () -> 7)) {
            assertThat(halted.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(folder.resolve("threads.txt")).content().contains("watchdog");
        }
    }

    @Test
    void whileAllGoRoundNothingHappens() {
        try (var _ = over(() -> asked.incrementAndGet(), () -> asked.get())) {
            Await.until("it looked often", Duration.ofSeconds(90), () -> asked.get() > 100);
            assertThat(halted.getCount()).isOne();
        }
    }

    private Watchdog over(LongSupplier first, LongSupplier second) {
        var parts = List.of(new Progress("one", first, PATIENCE), new Progress("two", second, PATIENCE));
        var quick = Systemd.of(Map.of("WATCHDOG_USEC", "3000"));
        return Watchdog.over(quick, log, parts, new Watchdog.End(folder.resolve("threads.txt"), supervisor()));
    }

    private Supervisor supervisor() {
        return new Supervisor() {
            @Override
            public boolean startsAgain() {
                return true;
            }

            @Override
            public void restart() {
                halt();
            }

            @Override
            public void halt() {
                halted.countDown();
            }
        };
    }
}
