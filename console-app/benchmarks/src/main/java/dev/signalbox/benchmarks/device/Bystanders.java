// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.device;

import dev.signalbox.benchmarks.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Two devices beside what is measured: one signs in again and again, one reports a property again and again. Says how
/// long they had to wait.
final class Bystanders implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Crowd crowd;
    private final Connection reporting;
    private final List<Double> signIns = new ArrayList<>();
    private final List<Double> reports = new ArrayList<>();
    private final Thread thread;
    private volatile boolean stopped;

    /// Begins at once, with devices 0 and 1.
    Bystanders(Broker broker) throws Exception {
        this.crowd = new Crowd(broker);
        this.reporting = crowd.connect(Devices.id(0)).join();
        reporting.hearOfReports().join();
        this.thread = Thread.ofPlatform().name("bystanders").start(this::go);
    }

    /// Prints how long they waited since it was asked last.
    void print(String beside) {
        figures("    sign-in beside " + beside, signIns).print();
        figures("    reported property beside " + beside, reports).print();
    }

    private static Figures figures(String what, List<Double> waits) {
        synchronized (waits) {
            double[] all = waits.stream().mapToDouble(Double::doubleValue).toArray();
            waits.clear();
            return Figures.of(what, "ms", all);
        }
    }

    private void go() {
        int reported = 0;
        while (!stopped) {
            note(signIns, () -> crowd.connect(Devices.id(1)).join().drop());
            int value = reported++;
            note(reports, () -> reporting.report("{\"value\":" + value + "}").join());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static void note(List<Double> waits, Runnable waited) {
        long begin = System.nanoTime();
        waited.run();
        synchronized (waits) {
            waits.add((System.nanoTime() - begin) / 1e6);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
        crowd.close();
    }
}
