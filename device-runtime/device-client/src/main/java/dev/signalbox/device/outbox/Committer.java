// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes. It takes all that waits and commits it together, so that many senders share one sync.
///
/// Deletions wait a moment for a message to ride with: losing one to a crash only means that the hub is offered a
/// message again whose number it knows already.
final class Committer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int GROUP = 1000;
    private static final long DELETION_WAIT_MILLIS = 50;

    private sealed interface Work {
        record Add(NewMessage message) implements Work {}

        record Delete(Queued message) implements Work {}

        record Stop() implements Work {}
    }

    private final OutboxFile file;
    private final AtomicLong bytes;
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final List<Queued> deletions = new ArrayList<>();
    private final Thread thread;
    private final AtomicLong last;
    private final AtomicLong commits = new AtomicLong();
    private boolean stopped;

    /// @param bytes what the file holds; kept up to date here
    Committer(OutboxFile file, AtomicLong bytes) throws SQLException {
        this.file = file;
        this.bytes = bytes;
        this.last = new AtomicLong(file.last());
        this.thread = Thread.ofPlatform().name("signalbox-outbox").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    synchronized void add(NewMessage message) {
        if (stopped) {
            throw OutboxProblems.closed();
        }
        queue.add(new Work.Add(message));
    }

    void delete(Queued message) {
        queue.add(new Work.Delete(message));
    }

    /// The newest committed sequence.
    long last() {
        return last.get();
    }

    long commits() {
        return commits.get();
    }

    /// Commits what waits, then ends.
    @Override
    public void close() {
        synchronized (this) {
            stopped = true;
            queue.add(new Work.Stop());
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean running = true;
        while (running) {
            List<Work> group = gather();
            running = group.stream().noneMatch(Work.Stop.class::isInstance);
            List<NewMessage> added = new ArrayList<>();
            for (Work work : group) {
                switch (work) {
                    case Work.Add add -> added.add(add.message());
                    case Work.Delete delete -> deletions.add(delete.message());
                    case Work.Stop stop -> {}
                }
            }
            write(added);
        }
    }

    private List<Work> gather() {
        var group = new ArrayList<Work>();
        try {
            Work next = deletions.isEmpty() ? queue.take() : queue.poll(1, TimeUnit.SECONDS);
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DELETION_WAIT_MILLIS);
            while (next != null) {
                group.add(next);
                boolean mayWait = next instanceof Work.Delete && group.size() < GROUP;
                next = mayWait ? queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
            }
        } catch (InterruptedException unexpected) {
            LOG.debug("The outbox thread was interrupted and goes on");
        }
        queue.drainTo(group, GROUP);
        return group;
    }

    private void write(List<NewMessage> added) {
        try {
            commit(added);
            added.forEach(message -> message.committed().complete(null));
        } catch (SQLException | RuntimeException failed) {
            added.forEach(message -> message.committed().completeExceptionally(OutboxProblems.notWritten(failed)));
            if (!added.isEmpty()) {
                write(List.of());
            }
        }
    }

    private void commit(List<NewMessage> added) throws SQLException {
        if (added.isEmpty() && deletions.isEmpty()) {
            return;
        }
        file.write(deletions.stream().map(Queued::sequence).toList(), last.get() + 1, added);
        commits.incrementAndGet();
        last.addAndGet(added.size());
        bytes.addAndGet(-deletions.stream().mapToLong(Queued::bytes).sum());
        deletions.clear();
    }
}
