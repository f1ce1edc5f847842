// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the program wants to be reported as a whole, kept on the disk until the hub has answered. Safe for use by many
/// threads.
public final class ReportedState implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportedState.class);
    private static final String NAME = "reported.json";
    private static final String PENDING = "pending";

    private final TwinFile file;
    private final Runnable wake;
    private final AtomicReference<@Nullable ObjectNode> pending = new AtomicReference<>();
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("signalbox-reported-disk").factory());
    private volatile @Nullable ObjectNode confirmed;

    /// Reads what is on the disk. Throws ProblemException when that is not possible.
    ///
    /// @param wake is called when there is something to report; must not block
    public ReportedState(Path folder, Runnable wake) {
        this.file = new TwinFile(folder.resolve(NAME));
        this.wake = wake;
        file.read().ifPresent(content -> pending.set(content.get(PENDING) instanceof ObjectNode whole ? whole : null));
    }

    /// Wants these to be all that is reported: what is not among them, or null, is removed. Returns when
    /// that is on the disk; the latest such wish counts. Throws ProblemException `twin.not-kept`, or
    /// `twin.not-reportable`, which names the path of what a hub does not take.
    public void update(ObjectNode whole) {
        TwinRules.check(whole);
        ObjectNode wanted = Diff.withoutNulls((ObjectNode) Json.readTree(Json.write(whole)));
        synchronized (file) {
            ObjectNode waiting = pending.get();
            if (wanted.equals(waiting == null ? confirmed : waiting)) {
                return;
            }
            file.write(wanted.objectNode().set(PENDING, wanted));
            pending.set(wanted);
        }
        wake.run();
    }

    /// Whether the hub has not answered to the latest wish yet.
    public boolean anyPending() {
        return pending.get() != null;
    }

    @Nullable
    ObjectNode pending() {
        return pending.get();
    }

    /// The hub has answered to this one.
    void answered(ObjectNode whole) {
        if (pending.compareAndSet(whole, null)) {
            disk.execute(this::tidy);
        }
    }

    /// What the hub is known to have; null for not known.
    void confirmed(@Nullable ObjectNode reported) {
        confirmed = reported;
    }

    /// A file that stays does no harm: after a restart there is no difference to what the hub has.
    private void tidy() {
        synchronized (file) {
            try {
                if (pending.get() == null) {
                    file.delete();
                }
            } catch (ProblemException failed) {
                LOG.warn("{}", failed.problem());
            }
        }
    }

    @Override
    public void close() {
        disk.close();
    }
}
