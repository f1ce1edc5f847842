// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// One direction of one connection in a given weather: takes bytes no faster than the weather carries them, and
/// delivers each segment when it would have come. A lost segment holds up all behind it, for TCP delivers in order.
final class Course {
    private static final int SEGMENT = 1_400;
    private static final long READS_AHEAD_NANOS = 50_000_000;

    private record Segment(byte[] bytes, long comes) {}

    private final Weather weather;
    private final RandomGenerator random;
    private final BlockingQueue<Segment> under = new LinkedBlockingQueue<>();
    private long free = System.nanoTime();
    private long lastComes;
    private long nextStall;
    private long carriedNanos;
    private long idleNanos;
    private volatile boolean swallowing;

    Course(Weather weather, RandomGenerator random) {
        this.weather = weather;
        this.random = random;
        this.nextStall = free + weather.betweenStalls().toNanos();
    }

    /// From now on nothing comes through, and nothing is said of it.
    void swallow() {
        swallowing = true;
    }

    boolean isSwallowing() {
        return swallowing;
    }

    /// Takes until the sender ends.
    void take(Socket from) throws IOException {
        InputStream in = from.getInputStream();
        byte[] some = new byte[SEGMENT];
        for (int count = in.read(some); count >= 0; count = in.read(some)) {
            if (!swallowing) {
                under.add(new Segment(Arrays.copyOf(some, count), passage(count)));
                parkUntil(free() - READS_AHEAD_NANOS);
            }
        }
    }

    /// Delivers until interrupted.
    void deliver(Socket into) throws IOException, InterruptedException {
        while (true) {
            Segment next = under.take();
            parkUntil(next.comes());
            if (!swallowing) {
                into.getOutputStream().write(next.bytes());
            }
        }
    }

    private static void parkUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private synchronized long free() {
        return free;
    }

    /// When a segment that is sent now comes.
    private synchronized long passage(int bytes) {
        long now = System.nanoTime();
        idleNanos += Math.max(0, now - free);
        free = Math.max(now, free);
        if (!weather.stall().isZero() && now >= nextStall) {
            free += weather.stall().toNanos();
            nextStall = free + weather.betweenStalls().toNanos();
        }
        free += weather.nanosFor(bytes);
        carriedNanos += weather.nanosFor(bytes);
        long delay = weather.delay().toNanos();
        long comes = free + delay * 9 / 10 + random.nextLong(1 + delay / 5);
        if (random.nextInt(100) < weather.lossPercent()) {
            comes += weather.resending().toNanos();
        }
        lastComes = Math.max(lastComes, comes);
        return lastComes;
    }

    /// Counts anew from now on.
    synchronized void forget() {
        free = Math.max(free, System.nanoTime());
        carriedNanos = 0;
        idleNanos = 0;
    }

    /// The share of its time in which it carried something, of that in which it could have.
    synchronized double used() {
        return (double) carriedNanos / Math.max(1, carriedNanos + idleNanos);
    }
}
