// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.figures;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.NodeFigures;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Tells the hub every 2 s what the steps did, if they did anything; what it cannot take now is said later, as it is
/// then. Nothing of it is kept on the disk.
public final class Figures implements AutoCloseable {
    private static final long EVERY_MILLIS = 2_000;

    private final Supplier<NodeFigures> now;
    private final Predicate<byte[]> uplink;
    private final Told told = new Told();
    private final AtomicBoolean anew = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("figures").factory());

    /// @param uplink sends at once, or answers false
    public Figures(Supplier<NodeFigures> now, Predicate<byte[]> uplink) {
        this.now = now;
        this.uplink = uplink;
    }

    public void start() {
        var _ = thread.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// The node has signed in: the next report tells all. From any thread.
    public void signedIn() {
        anew.set(true);
    }

    private void look() {
        try {
            tell();
        } catch (RuntimeException | LinkageError one) {
            // the next look reads all of it again
            System.getLogger("node").log(System.Logger.Level.WARNING, "The node's figures were not told", one);
        }
    }

    /// One report, as far as it is taken.
    void tell() {
        if (anew.getAndSet(false)) {
            told.forget();
        }
        for (NodeFigures part : told.news(now.get())) {
            if (!uplink.test(Json.write(part))) {
                return;
            }
            told.said(part);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
