// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import dev.signalbox.agent.step.ForeignException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The stages a process says it has reached. Whoever waits for one learns of its death instead.
final class Handshake {
    private final Map<String, CompletableFuture<Boolean>> stages = new ConcurrentHashMap<>();
    private volatile @Nullable ForeignException death;

    private CompletableFuture<Boolean> stage(String name) {
        return stages.computeIfAbsent(name, any -> new CompletableFuture<>());
    }

    void reached(String name) {
        stage(name).complete(true);
    }

    /// The first death counts.
    synchronized boolean died(ForeignException of) {
        boolean first = death == null;
        death = first ? of : death;
        stages.values().forEach(stage -> stage.completeExceptionally(of));
        return first;
    }

    @Nullable
    ForeignException death() {
        return death;
    }

    /// Throws what it died of, if it did before it reached that.
    void await(String name) throws InterruptedException {
        await(name, Long.MAX_VALUE);
    }

    /// False when it takes longer.
    boolean await(String name, long millis) throws InterruptedException {
        CompletableFuture<Boolean> stage = stage(name);
        ForeignException known = death;
        if (known != null && !stage.isDone()) {
            throw known;
        }
        try {
            return stage.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException dead) {
            throw dead.getCause() instanceof ForeignException told ? told : new IllegalStateException(dead);
        }
    }
}
