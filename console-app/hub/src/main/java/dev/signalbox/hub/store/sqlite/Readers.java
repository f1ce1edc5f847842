// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A few connections for reading, opened as they are needed. Once closed it opens none: one more would make files anew
/// that nobody tidies away.
final class Readers implements AutoCloseable {
    private static final int MOST = 4;

    private final Connections connections;
    private final Semaphore places = new Semaphore(MOST);
    private final Deque<Handle> idle = new ArrayDeque<>();
    private boolean closed;

    Readers(Connections connections) {
        this.connections = connections;
    }

    <T> T read(Function<Handle, T> reading) {
        places.acquireUninterruptibly();
        try {
            Handle handle = take();
            boolean sound = false;
            try {
                T result = handle.inTransaction(reading::apply);
                sound = true;
                return result;
            } finally {
                leave(handle, sound);
            }
        } catch (RuntimeException failed) {
            throw Connections.explained(connections.file(), failed);
        } finally {
            places.release();
        }
    }

    private void leave(Handle handle, boolean sound) {
        if (sound) {
            give(handle);
        } else {
            handle.close();
        }
    }

    private Handle take() {
        @Nullable Handle handle;
        synchronized (idle) {
            if (closed) {
                throw new ProblemException(
                        StoreProblems.stopping(connections.file().toString()));
            }
            handle = idle.poll();
        }
        return handle != null ? handle : connections.open();
    }

    private void give(Handle handle) {
        synchronized (idle) {
            idle.push(handle);
        }
    }

    @Override
    public void close() {
        places.acquireUninterruptibly(MOST);
        synchronized (idle) {
            closed = true;
            idle.forEach(Handle::close);
            idle.clear();
        }
        places.release(MOST);
    }
}
