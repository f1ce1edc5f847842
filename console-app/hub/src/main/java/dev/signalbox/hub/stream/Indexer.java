// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.LastWork;
import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The thread that sorts messages as the log grows. A disk that refuses holds it up and nobody else: it tries again
/// each second. It ends between two rounds.
final class Indexer implements AutoCloseable {
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Sorter sorter;
    private final StreamIndex index;
    private final News news;
    private final Pace pace = new Pace(System::nanoTime);
    private final Thread thread;
    private final Object door = new Object();
    private boolean more = true;
    private boolean closed;
    private boolean failing;

    /// Who hears what came of the rounds, on this thread.
    record News(Heads heads, Rates rates, Consumer<Problem> problems) {}

    Indexer(Sorter sorter, StreamIndex index, News news) {
        this.sorter = sorter;
        this.index = index;
        this.news = news;
        this.thread = Thread.ofPlatform().name("sort streams").daemon(true).unstarted(this::run);
    }

    void begin() {
        thread.start();
    }

    /// The log has grown. Does not wait.
    void wake() {
        synchronized (door) {
            if (!more) {
                more = true;
                door.notifyAll();
            }
        }
    }

    private void run() {
        long wait = 0;
        while (awaitWork(wait)) {
            wait = round() ? pace.nanosToWait() : AGAIN_NANOS;
        }
        sorter.close();
    }

    /// False if there is none any more.
    ///
    /// @param nanos to wait in any case
    private boolean awaitWork(long nanos) {
        long end = System.nanoTime() + nanos;
        synchronized (door) {
            long left = nanos;
            while (!closed && (!more || left > 0)) {
                try {
                    // 0 is for as long as nothing happens
                    door.wait(more ? TimeUnit.NANOSECONDS.toMillis(left) + 1 : 0);
                } catch (InterruptedException nobodyInterruptsIt) {
                    // it waits on
                }
                left = Math.max(0, end - System.nanoTime());
            }
            more = false;
            return !closed;
        }
    }

    /// False if it failed.
    private boolean round() {
        try {
            pace.begins();
            Sorter.Round done = sorter.sort();
            tell(done);
            if (done.full()) {
                wake();
            }
            return true;
        } catch (RuntimeException | Error refused) {
            wake();
            fail(refused);
            return false;
        }
    }

    private void tell(Sorter.Round done) {
        news.rates().count(done.counts());
        news.heads().moved(done.heads());
        if (failing) {
            // a round may have been written although it was said to have failed
            news.heads().moved(index.read(records -> records.places().heads()));
            failing = false;
        }
        if (done.damaged() > 0) {
            news.problems().accept(StreamProblems.damaged(done.damaged()));
        }
    }

    private void fail(Throwable refused) {
        if (!failing) {
            failing = true;
            news.problems()
                    .accept(
                            refused instanceof ProblemException known
                                    ? known.problem()
                                    : StoreProblems.failed("streams.db", String.valueOf(refused)));
        }
    }

    @Override
    public void close() {
        synchronized (door) {
            closed = true;
            door.notifyAll();
        }
        if (thread.getState() == Thread.State.NEW) {
            sorter.close();
        } else {
            LastWork.await(thread);
        }
    }
}
