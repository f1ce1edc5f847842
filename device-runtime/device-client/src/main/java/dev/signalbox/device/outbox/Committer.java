// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.protocol.codec.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes. It takes all that waits and commits it together, so that many senders share one sync.
///
/// Acknowledgements wait a moment for a message to ride with, unless they are many or somebody waits for them. What it
/// cannot survive ends it with a sentence for all who wait, and for all who come later.
final class Committer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int GROUP = 10_000;
    private static final long WAITING_BYTES = 4L << 20;
    private static final int MANY_ACKNOWLEDGEMENTS = 32;
    private static final long ACKNOWLEDGEMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SWEEP_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Desk desk;
    private final Runnable committed;
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final ReentrantLock entrance = new ReentrantLock();
    private final Condition room = entrance.newCondition();
    private final Thread thread = Thread.ofPlatform()
            .group(nobodys())
            .name("signalbox-outbox")
            .daemon()
            .unstarted(this::run);
    private final List<Work> group = new ArrayList<>();
    private volatile @Nullable ProblemException failure;
    private final AtomicLong turns = new AtomicLong();
    private long queued;
    private boolean stopped;

    /// @param committed run after each group
    Committer(Desk desk, Runnable committed) {
        this.desk = desk;
        this.committed = committed;
    }

    /// Not the group of whoever happens to send the first message: an agent accounts for threads by their groups.
    private static ThreadGroup nobodys() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    void start() {
        thread.start();
    }

    /// Waits while too much waits to be written. Throws ProblemException once closed.
    void add(Work.Add add) {
        entrance.lock();
        try {
            while (queued > WAITING_BYTES && !stopped) {
                room.awaitUninterruptibly();
            }
            enter(add);
            queued += add.message().bytes();
        } finally {
            entrance.unlock();
        }
    }

    /// Throws ProblemException once it has failed in a way that nobody foresaw.
    void check() {
        ProblemException why = failure;
        if (why != null) {
            throw why;
        }
    }

    /// Throws ProblemException once closed.
    void ask(Work work) {
        entrance.lock();
        try {
            enter(work);
        } finally {
            entrance.unlock();
        }
    }

    private void enter(Work work) {
        check();
        if (stopped) {
            throw OutboxProblems.closed();
        }
        queue.add(work);
    }

    /// Commits what waits, then ends.
    @Override
    public void close() {
        entrance.lock();
        try {
            if (!stopped) {
                stopped = true;
                queue.add(new Work.Stop());
                room.signalAll();
            }
        } finally {
            entrance.unlock();
        }
        awaitEnd();
    }

    private void awaitEnd() {
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
        try {
            boolean running = true;
            while (running) {
                running = turn();
            }
            desk.end(OutboxProblems.closed());
        } catch (Throwable unforeseen) {
            LOG.error("The outbox ends", unforeseen);
            Telling.safely(() -> fail(OutboxProblems.failed(unforeseen)));
        }
    }

    /// How often it went round; grows at least once a minute while the thread lives and the disk answers.
    long turns() {
        return turns.get();
    }

    /// One group; false when it was the last.
    private boolean turn() {
        gather();
        turns.incrementAndGet();
        release();
        boolean running = group.isEmpty() || !(group.getLast() instanceof Work.Stop);
        boolean idle = group.isEmpty();
        List<Work> asked = idle && !desk.owes() ? List.of(new Work.Sweep(new CompletableFuture<>())) : group;
        desk.handle(asked, idle || !running);
        group.clear();
        Telling.safely(committed);
        return running;
    }

    /// Tells all who wait; nobody may know any more what is written and what is not.
    private void fail(ProblemException why) {
        entrance.lock();
        try {
            failure = why;
            stopped = true;
            room.signalAll();
        } finally {
            entrance.unlock();
        }
        queue.drainTo(group);
        group.forEach(work -> desk.notDone(work, why));
        desk.end(why);
    }

    private void release() {
        long bytes = group.stream()
                .mapToLong(work -> work instanceof Work.Add add ? add.message().bytes() : 0)
                .sum();
        if (bytes > 0) {
            entrance.lock();
            try {
                queued -= bytes;
                room.signalAll();
            } finally {
                entrance.unlock();
            }
        }
    }

    /// Takes what is asked next; nothing when it is time to look around.
    private void gather() {
        try {
            Work next = queue.poll(desk.owes() ? SETTLE_NANOS : SWEEP_NANOS, TimeUnit.NANOSECONDS);
            long deadline = System.nanoTime() + ACKNOWLEDGEMENT_NANOS;
            while (next != null) {
                group.add(next);
                boolean mayWait =
                        next instanceof Work.Resolve && group.size() < MANY_ACKNOWLEDGEMENTS && !desk.somebodyWaits();
                next = mayWait ? queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
            }
        } catch (InterruptedException unexpected) {
            LOG.debug("The outbox thread was interrupted and goes on");
        }
        queue.drainTo(group, GROUP);
    }
}
