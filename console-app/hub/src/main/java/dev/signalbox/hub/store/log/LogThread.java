// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.LastWork;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.MessageStore.Receipt;
import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.codec.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// The one thread that writes the log. It takes all that waits as one group, because the disk needs as long for one
/// message as for a thousand.
final class LogThread implements AutoCloseable {
    /// A thread that died tells nobody.
    private static final long LOOK_MILLIS = 1000;

    private final LogWriter writer;
    private final Thread thread;
    private final Object entrance = new Object();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile LogPlace durable;
    private final Gathering gathering = new Gathering();
    private List<Entry> waiting = new ArrayList<>();
    /// How many groups were begun, and how many of them have been written or have failed.
    private long begun;

    private long done;
    private boolean closed;

    LogThread(LogWriter writer) {
        this.writer = writer;
        this.durable = writer.end();
        this.thread = Thread.ofPlatform().name("commit stream").daemon(true).start(this::run);
    }

    void append(StoredMessage message, Receipt receipt) {
        var entry = new Entry(message, receipt);
        synchronized (entrance) {
            if (!closed) {
                waiting.add(entry);
                if (waiting.size() == 1) {
                    entrance.notifyAll();
                }
                return;
            }
        }
        receipt.failed(new ProblemException(StoreProblems.stopping("stream")));
    }

    /// Up to where the log is durable.
    LogPlace durable() {
        return durable;
    }

    /// Up to where the log is durable once all that came before is written, or has failed. Waits for the disk.
    LogPlace settled() {
        synchronized (entrance) {
            long awaited = waiting.isEmpty() ? begun : begun + 1;
            while (done < awaited && thread.isAlive()) {
                try {
                    entrance.wait(LOOK_MILLIS);
                } catch (InterruptedException nobodyInterruptsIt) {
                    // it waits on
                }
            }
        }
        return durable;
    }

    /// Tells after each group, on this thread, which must not be held up.
    void follow(Runnable follower) {
        followers.add(follower);
    }

    private void run() {
        List<Entry> group = take(new ArrayList<>());
        while (!group.isEmpty()) {
            write(group);
            group.clear();
            group = take(group);
        }
        writer.close();
    }

    private void write(List<Entry> group) {
        try {
            writer.write(group);
        } catch (RuntimeException failed) {
            group.forEach(entry -> entry.fail(failed));
            return;
        }
        durable = writer.end();
        group.forEach(Entry::tell);
        followers.forEach(Runnable::run);
        writer.keepWhenDue();
    }

    /// What waits, or nothing once nothing more will come.
    ///
    /// @param empty what is to be filled next
    private List<Entry> take(List<Entry> empty) {
        synchronized (entrance) {
            done = begun;
            entrance.notifyAll();
            while (waiting.isEmpty() && !closed) {
                try {
                    entrance.wait();
                } catch (InterruptedException nobodyInterruptsIt) {
                    // it waits on
                }
            }
            gather();
            List<Entry> group = waiting;
            gathering.took(group.size());
            waiting = empty;
            begun++;
            return group;
        }
    }

    /// Lets more come, if that pays. Whoever calls holds the entrance.
    private void gather() {
        if (!gathering.pays()) {
            return;
        }
        int before = waiting.size();
        long end = System.nanoTime() + Gathering.NANOS;
        for (long left = Gathering.NANOS; left > 0 && !closed; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.timedWait(entrance, left);
            } catch (InterruptedException nobodyInterruptsIt) {
                // it waits on
            }
        }
        gathering.brought(before, waiting.size());
    }

    /// Writes what waits, then stops.
    @Override
    public void close() {
        synchronized (entrance) {
            closed = true;
            entrance.notifyAll();
        }
        LastWork.await(thread);
    }
}
