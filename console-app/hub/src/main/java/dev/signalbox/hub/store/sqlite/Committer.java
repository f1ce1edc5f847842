// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.LastWork;
import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The one thread that writes to a file. It takes all that waits into one transaction, because the disk needs as long
/// for one message as for a thousand. When a piece of work fails, the group is undone and each piece gets a transaction
/// of its own, so that nobody suffers for another's mistake.
final class Committer implements AutoCloseable {
    private static final int LARGEST_GROUP = 5_000;

    private final Path file;
    private final Handle handle;
    private final LinkedBlockingQueue<Piece<?>> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Object entrance = new Object();
    private boolean closed;

    Committer(Path file, Handle handle) {
        this.file = file;
        this.handle = handle;
        this.thread = Thread.ofPlatform()
                .name("commit " + file.getFileName())
                .daemon(true)
                .start(this::run);
    }

    <T> CompletableFuture<T> commit(Function<Handle, T> work) {
        var piece = new Piece<>(work);
        add(piece);
        return piece.done;
    }

    /// As `commit`, and tells what came of it on the committing thread: in the order of the commits.
    <T> CompletableFuture<T> commit(Function<Handle, T> work, Consumer<T> telling) {
        var piece = new Piece<>(work);
        var told = piece.done.thenApply(result -> {
            telling.accept(result);
            return result;
        });
        add(piece);
        return told;
    }

    private void add(Piece<?> piece) {
        synchronized (entrance) {
            if (closed) {
                piece.fail(new ProblemException(StoreProblems.stopping(file.toString())));
            } else {
                waiting.add(piece);
            }
        }
    }

    /// Commits what waits, then stops.
    @Override
    public void close() {
        synchronized (entrance) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.add(Piece.LAST);
        }
        LastWork.await(thread);
        handle.close();
    }

    private void run() {
        List<Piece<?>> group = new ArrayList<>();
        boolean last = false;
        while (!last) {
            group.clear();
            try {
                group.add(waiting.take());
            } catch (InterruptedException nobodyInterruptsIt) {
                continue;
            }
            waiting.drainTo(group, LARGEST_GROUP - 1);
            last = group.getLast() == Piece.LAST;
            if (last) {
                group.removeLast();
            }
            commitGroup(group);
        }
    }

    private void commitGroup(List<Piece<?>> group) {
        RuntimeException failure = attempt(group);
        if (failure == null) {
            group.forEach(Piece::succeed);
        } else if (group.size() == 1 || Connections.concernsAll(failure)) {
            group.forEach(piece -> piece.fail(failure));
        } else {
            group.forEach(piece -> commitGroup(List.of(piece)));
        }
    }

    private @Nullable RuntimeException attempt(List<Piece<?>> group) {
        if (group.isEmpty()) {
            return null;
        }
        try {
            handle.useTransaction(inside -> group.forEach(piece -> piece.run(inside)));
            return null;
        } catch (RuntimeException failed) {
            return Connections.explained(file, failed);
        } catch (Error failed) {
            return new ProblemException(StoreProblems.failed(file.toString(), failed.toString()), failed);
        }
    }

    /// Work on its way to the disk.
    private static final class Piece<T> {
        static final Piece<Object> LAST = new Piece<>(handle -> handle);

        final Function<Handle, T> work;
        final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable T result;

        Piece(Function<Handle, T> work) {
            this.work = work;
        }

        void run(Handle handle) {
            result = work.apply(handle);
        }

        @SuppressWarnings("NullAway") // it ran before it succeeded
        void succeed() {
            done.complete(result);
        }

        void fail(RuntimeException why) {
            done.completeExceptionally(why);
        }
    }
}
