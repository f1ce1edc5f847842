// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.buffer;

import dev.signalbox.local.message.WhenFull;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Keeps so many messages in memory. They are gone with the program, and what was written to a node that then died too.
public final class MemoryBuffer implements Buffer {
    private final int most;
    private final Room room;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private boolean out;

    /// @param most messages that may wait, at least one; the one that is just being written does not count
    public MemoryBuffer(int most, WhenFull whenFull) {
        this.most = most;
        this.room = new Room(this, whenFull);
    }

    @Override
    public synchronized void add(byte[] message) {
        room.make(() -> waiting.size() - (out ? 1 : 0) >= most, this::dropOldest);
        waiting.addLast(new Waiting("", message));
    }

    /// Not the one that is being written: half of it may have left.
    private boolean dropOldest() {
        Waiting first = waiting.removeFirst();
        if (out) {
            waiting.removeFirst();
            waiting.addFirst(first);
        }
        return true;
    }

    @Override
    public synchronized @Nullable Waiting next() {
        if (out || waiting.isEmpty()) {
            return null;
        }
        out = true;
        return waiting.peekFirst();
    }

    @Override
    public synchronized void left(Waiting message) {
        if (message.equals(waiting.peekFirst())) {
            waiting.removeFirst();
            out = false;
            notifyAll();
        }
    }

    @Override
    public void received(String id) {}

    @Override
    public synchronized void again() {
        out = false;
    }

    @Override
    public boolean wantsReceipts() {
        return false;
    }

    @Override
    public synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    @Override
    public synchronized void close() {
        room.close();
    }
}
