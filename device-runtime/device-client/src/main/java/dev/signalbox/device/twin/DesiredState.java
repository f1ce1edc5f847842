// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import dev.signalbox.device.inbox.Pauses;
import dev.signalbox.device.message.DesiredProperties;
import dev.signalbox.protocol.codec.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is desired of this device, as of the last word from the hub: on the disk before it is acknowledged, and there
/// again after a restart without a network. Safe for use by many threads.
public final class DesiredState implements DesiredSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DesiredState.class);

    /// What the program does with the newest desired properties. What it throws is logged.
    public interface Handler {
        void handle(DesiredProperties newest) throws Exception;
    }

    private final DesiredFile file;
    private final CompletableFuture<DesiredProperties> first = new CompletableFuture<>();
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("signalbox-twin-disk").factory());
    private volatile @Nullable DesiredProperties heard;
    private volatile @Nullable DesiredProperties latest;
    private @Nullable DesiredHandover handover;

    /// Reads what is on the disk. Throws ProblemException when that is not possible.
    public DesiredState(Path folder) {
        this.file = new DesiredFile(folder);
        this.heard = file.read().orElse(null);
        this.latest = heard;
        if (heard != null) {
            first.complete(heard);
        }
    }

    /// Has the program handle what is known now, and from then on always the newest.
    public synchronized void start(Handler handler, Pauses pauses) {
        if (handover != null) {
            throw new IllegalStateException("The desired properties have a handler already");
        }
        handover = new DesiredHandover(handler, pauses);
        latest().ifPresent(handover::offer);
        handover.start();
    }

    @Override
    public CompletableFuture<?> changed(DesiredProperties newest) {
        if (newest.equals(heard)) {
            return CompletableFuture.completedFuture(newest);
        }
        heard = newest;
        return CompletableFuture.runAsync(() -> keep(newest), disk);
    }

    /// What the disk does not take counts too, for the hub keeps it, but is not acknowledged.
    private void keep(DesiredProperties newest) {
        try {
            file.write(newest);
        } catch (ProblemException failed) {
            LOG.error("{}", failed.problem());
            throw failed;
        } finally {
            show(newest);
        }
    }

    private synchronized void show(DesiredProperties newest) {
        latest = newest;
        first.complete(newest);
        if (handover != null) {
            handover.offer(newest);
        }
    }

    /// The newest known, from this connection or from long ago.
    public Optional<DesiredProperties> latest() {
        return Optional.ofNullable(latest)
                .map(known ->
                        new DesiredProperties(known.version(), known.values().deepCopy()));
    }

    /// The newest known; waits for the hub if none was ever heard of. Throws ProblemException when closed meanwhile.
    public DesiredProperties first() throws InterruptedException {
        try {
            first.get();
            return latest().orElseThrow();
        } catch (ExecutionException closed) {
            throw new ProblemException(TwinProblems.closed(), closed);
        }
    }

    /// The newest known, unless it is the version the caller has.
    public Optional<DesiredProperties> latestIfNot(OptionalLong version) {
        return latest().filter(known -> version.isEmpty() || known.version() != version.getAsLong());
    }

    @Override
    public void close() {
        first.completeExceptionally(new ProblemException(TwinProblems.closed()));
        DesiredHandover open;
        synchronized (this) {
            open = handover;
        }
        if (open != null) {
            open.close();
        }
        disk.close();
    }
}
