// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.device.outbox.Queued;
import dev.signalbox.device.outbox.Ticket;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
    private final Told told;
    private final Set<Ticket> there = new HashSet<>();
    private final Map<Ticket, Long> notBefore = new HashMap<>();
    private @Nullable Thread working;
    private String lastProblem = "";

    /// @param told hears which payload has come to the hub, or will never: its file is gone or not as long as it was.
    ///     Must not block
    public Uploads(LargePayloads files, Way way, Told told) {
        this.files = files;
        this.way = way;
        this.told = told;
    }

    /// Hears what became of payloads, on a thread of its own.
    public interface Told {
        void arrived();

        /// The payload's file is gone, or not as long as it was.
        void damaged(Queued message);
    }

    /// For an outbox that never gets a large payload.
    public static Uploads none() {
        return new Uploads(new LargePayloads(Path.of("")), (name, file) -> {}, new Told() {
            @Override
            public void arrived() {}

            @Override
            public void damaged(Queued message) {}
        });
    }

    /// Whether the payload of a message is at the hub. If not, and nothing else is on its way, it is brought there.
    synchronized boolean isThere(Queued message) {
        boolean done = there.contains(message.ticket());
        if (!done && working == null && !isPaused(message.ticket())) {
            working = Thread.ofVirtual().name("signalbox-upload").start(() -> bring(message));
        }
        return done;
    }

    private boolean isPaused(Ticket ticket) {
        Long until = notBefore.get(ticket);
        return until != null && System.nanoTime() - until < 0;
    }

    private void bring(Queued message) {
        String name = message.entry().largeFile();
        try {
            if (Files.size(files.file(name)) != message.entry().largeBytes()) {
                throw new NoSuchFileException(name);
            }
            way.upload(name, files.file(name));
            finished(message.ticket());
            told.arrived();
        } catch (NoSuchFileException gone) {
            failed(message.ticket(), "The payload " + name + " is gone or was cut");
            told.damaged(message);
        } catch (ProblemException refused) {
            failed(message.ticket(), refused.problem().toString());
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError later) {
            failed(message.ticket(), "The payload " + name + " could not be uploaded: " + later.getMessage());
        }
    }

    private synchronized void finished(Ticket ticket) {
        there.add(ticket);
        notBefore.remove(ticket);
        working = null;
        lastProblem = "";
    }

    private synchronized void failed(Ticket ticket, String problem) {
        if (!problem.equals(lastProblem)) {
            LOG.warn("{}", problem);
        }
        lastProblem = problem;
        working = null;
        notBefore.put(ticket, System.nanoTime() + PAUSE_NANOS);
    }

    /// What the message says in place of its payload.
    static byte[] link(Queued message) {
        return Json.write(
                Json.mapper().createObjectNode().put("link", message.entry().largeFile()));
    }

    /// The hub has the message too.
    synchronized void done(Ticket ticket) {
        there.remove(ticket);
        notBefore.remove(ticket);
    }

    /// Ends what is under way.
    @Override
    public synchronized void close() {
        if (working != null) {
            working.interrupt();
        }
    }
}
