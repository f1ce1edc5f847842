// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import java.util.ArrayList;
import java.util.List;

/// The newest values of an endless row. Each has a place that never changes; the oldest give way when it is full.
final class LogRing<T> {
    private final List<T> slots;
    private final int capacity;
    private long first;
    private long end;
    private long shift;

    LogRing(int capacity) {
        this.capacity = capacity;
        slots = new ArrayList<>();
    }

    void add(T value) {
        if (slots.size() < capacity) {
            slots.add(value);
        } else {
            slots.set((int) ((end - shift) % capacity), value);
            first++;
        }
        end++;
    }

    /// Forgets all values; places go on growing.
    void clear() {
        slots.clear();
        first = end;
        shift = end;
    }

    T at(long place) {
        if (place < first || place >= end) {
            throw new IndexOutOfBoundsException("Place " + place + " of " + first + " to " + end);
        }
        return slots.get((int) ((place - shift) % capacity));
    }

    /// Place of the oldest value.
    long first() {
        return first;
    }

    /// Place the next value will get.
    long end() {
        return end;
    }

    long size() {
        return end - first;
    }

    int capacity() {
        return capacity;
    }
}
