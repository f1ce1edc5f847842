// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.method;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Who listens to methods now, and who is waited for.
final class Listeners {
    private final Map<ClientId, MethodLine> lines = new HashMap<>();
    private final Map<ClientId, Set<CompletableFuture<MethodLine>>> awaited = new HashMap<>();

    void listens(ClientId who, MethodLine line) {
        Set<CompletableFuture<MethodLine>> waiting;
        synchronized (this) {
            lines.put(who, line);
            waiting = awaited.getOrDefault(who, Set.of());
            awaited.remove(who);
        }
        waiting.forEach(one -> one.complete(line));
    }

    /// Forgets this line; a newer one stays.
    synchronized void left(ClientId who, MethodLine line) {
        lines.remove(who, line);
    }

    /// The line, now or within the time; fails with `method.not-online`.
    CompletableFuture<MethodLine> await(ClientId who, Duration atMost) {
        var waiting = new CompletableFuture<MethodLine>();
        synchronized (this) {
            MethodLine line = lines.get(who);
            if (line != null) {
                return CompletableFuture.completedFuture(line);
            }
            awaited.computeIfAbsent(who, _ -> new HashSet<>()).add(waiting);
        }
        return waiting.orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS).exceptionallyCompose(_ -> {
            gaveUp(who, waiting);
            return CompletableFuture.failedFuture(new ProblemException(MethodProblems.notOnline(who)));
        });
    }

    private synchronized void gaveUp(ClientId who, CompletableFuture<MethodLine> waiting) {
        awaited.computeIfPresent(who, (_, others) -> {
            others.removeIf(one -> one == waiting);
            return others.isEmpty() ? null : others;
        });
    }
}
