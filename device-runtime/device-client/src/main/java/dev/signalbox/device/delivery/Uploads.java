// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.device.outbox.Queued;
import dev.signalbox.device.outbox.Ticket;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the payloads that are too large for a message to the hub, one at a time, before their messages go. One that
/// fails is tried again, for as long as its message is worth sending. Safe for use by many threads.
public final class Uploads implements AutoCloseable {
    /// Brings one file to the hub, and returns when it is there.
    public interface Way {
        /// Throws IOException when it may work later, ProblemException when the hub does not want it.
        void upload(String name, Path file) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    private final LargePayloads files;
    private final Way way;
    private final Runnable wake;
    private final Set<Ticket> there = new HashSet<>();
    private @Nullable Thread working;
    private long notBefore = System.nanoTime();
    private String lastProblem = "";

    /// @param wake is called when a payload has come to the hub; must not block
    public Uploads(LargePayloads files, Way way, Runnable wake) {
        this.files = files;
        this.way = way;
        this.wake = wake;
    }

    /// For an outbox that never gets a large payload.
    public static Uploads none() {
        return new Uploads(new LargePayloads(Path.of("")), (name, _file) -> {}, () -> {});
    }

    /// Whether the payload of a message is at the hub. If not, and nothing else is on its way, it is brought there.
    synchronized boolean isThere(Queued message) {
        boolean done = there.contains(message.ticket());
        if (!done && working == null && System.nanoTime() - notBefore >= 0) {
            working = Thread.ofVirtual().name("signalbox-upload").start(() -> bring(message));
        }
        return done;
    }

    private void bring(Queued message) {
        String name = message.entry().largeFile();
        try {
            way.upload(name, files.file(name));
            finished(message.ticket());
            wake.run();
        } catch (ProblemException refused) {
            failed(refused.problem().toString());
        } catch (IOException | RuntimeException later) {
            failed("The payload " + name + " could not be uploaded: " + later.getMessage());
        }
    }

    private synchronized void finished(Ticket ticket) {
        there.add(ticket);
        working = null;
        lastProblem = "";
    }

    private synchronized void failed(String problem) {
        if (!problem.equals(lastProblem)) {
            LOG.warn("{}; it is tried again", problem);
        }
        lastProblem = problem;
        working = null;
        notBefore = System.nanoTime() + PAUSE_NANOS;
    }

    /// What the message says in place of its payload.
    static byte[] link(Queued message) {
        return Json.write(
                Json.mapper().createObjectNode().put("link", message.entry().largeFile()));
    }

    /// The hub has the message too.
    synchronized void done(Ticket ticket) {
        there.remove(ticket);
    }

    /// Ends what is under way.
    @Override
    public synchronized void close() {
        if (working != null) {
            working.interrupt();
        }
    }
}
