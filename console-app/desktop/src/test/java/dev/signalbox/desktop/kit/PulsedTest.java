// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PulsedTest {
    private final LinkedBlockingQueue<Runnable> fxThread = new LinkedBlockingQueue<>();
    private final OnFx fx = new Pulsed(fxThread::add);

    @Test
    void resultsComeBackOnTheFxThreadOnly() throws InterruptedException {
        var shown = new AtomicBoolean();
        fx.fetch(() -> 7, seven -> shown.set(true), problem -> {});
        Runnable show = fxThread.take();
        assertThat(shown).isFalse();
        show.run();
        assertThat(shown).isTrue();
    }

    @Test
    void whatNobodyForesawIsExplained() throws InterruptedException {
        var code = new StringBuilder();
        fx.fetch(
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                never -> {},
                problem -> code.append(problem.code()));
        fxThread.take().run();
        assertThat(code).hasToString("console.unforeseen");
    }

    @Test
    void finishingWaitsForWorkButNotForItsResultToBeShown() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var saved = new AtomicBoolean();
        fx.fetch(
                () -> {
                    begun.countDown();
                    goOn.await();
                    return true;
                },
                saved::set,
                problem -> {});
        begun.await();
        fx.finish(Duration.ZERO);
        assertThat(fxThread).as("nobody waits for ever").isEmpty();
        goOn.countDown();
        fx.finish(Duration.ofSeconds(30));
        assertThat(fxThread).hasSize(1);
        assertThat(saved).isFalse();
    }
}
