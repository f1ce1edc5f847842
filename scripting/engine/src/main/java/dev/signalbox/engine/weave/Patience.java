// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks what may never answer: a reader, say, that another thread waits in.
final class Patience {
    /// The longest an answer may take.
    static final Duration LONGEST = Duration.ofSeconds(1);

    private Patience() {}

    /// Asks on a thread of its own. An exception, or no answer in time, is the other answer.
    static <T> T ask(Callable<T> question, T otherwise) {
        var answer = new FutureTask<>(question);
        Thread.ofPlatform().daemon().name("signalbox-tether").start(answer);
        try {
            return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException none) {
            return otherwise;
        } catch (InterruptedException leave) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
    }
}
