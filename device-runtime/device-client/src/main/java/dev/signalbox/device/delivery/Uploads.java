// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.device.outbox.Queued;
import dev.signalbox.device.outbox.Ticket;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
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
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int READS = 3;

    private final LargePayloads files;
    private final Way way;
    private final Told told;
    private final Duration pause;
    private final Set<Ticket> there = new HashSet<>();
    private final Map<Ticket, Long> notBefore = new HashMap<>();
    private final Map<Ticket, Integer> unreadable = new HashMap<>();
    private @Nullable Thread working;
    private String lastProblem = "";

    /// @param told hears which payload has come to the hub, or will never: its file is gone, not as it was, or cannot
    /// be
    ///     read time and again. Must not block
    public Uploads(LargePayloads files, Way way, Told told) {
        this(files, way, told, PAUSE);
    }

    /// @param pause after which it is tried again
    Uploads(LargePayloads files, Way way, Told told, Duration pause) {
        this.files = files;
        this.way = way;
        this.told = told;
        this.pause = pause;
    }

    /// Hears what became of payloads, on a thread of its own.
    public interface Told {
        void arrived();

        /// The payload's file is gone, not as it was, or cannot be read.
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
            if (!isWhole(message)) {
                throw new NoSuchFileException(name);
            }
            way.upload(name, files.file(name));
            finished(message.ticket());
            told.arrived();
        } catch (NoSuchFileException gone) {
            failed(message.ticket(), "The payload " + name + " is gone or damaged");
            told.damaged(message);
        } catch (ProblemException refused) {
            failed(message.ticket(), refused.problem().toString());
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError later) {
            failed(message.ticket(), "The payload " + name + " could not be uploaded: " + later.getMessage());
        }
    }

    /// A file that the disk refuses to read is lost as one that is gone is, if the disk reads others. It is asked more
    /// than once, for a disk may recover.
    private boolean isWhole(Queued message) throws IOException {
        String name = message.entry().largeFile();
        try {
            return files.isWhole(name, message.entry().largeBytes());
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException refused) {
            if (files.isReadable() && isRefusedOften(message.ticket())) {
                LOG.error("The payload {} cannot be read from the disk: {}", name, refused.getMessage());
                return false;
            }
            throw refused;
        }
    }

    private synchronized boolean isRefusedOften(Ticket ticket) {
        return unreadable.merge(ticket, 1, Integer::sum) >= READS;
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
        notBefore.put(ticket, System.nanoTime() + pause.toNanos());
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
        unreadable.remove(ticket);
    }

    /// Ends what is under way.
    @Override
    public synchronized void close() {
        if (working != null) {
            working.interrupt();
        }
    }
}
