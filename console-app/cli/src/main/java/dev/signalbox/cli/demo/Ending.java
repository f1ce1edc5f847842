// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.demo;

import dev.signalbox.cli.process.Children;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ends the demo once, whether by Ctrl-C or because something failed; whoever asks second waits for the first.
final class Ending implements Runnable {
    private final Children children;
    private final PrintWriter out;
    private final CountDownLatch done;
    private final AtomicBoolean begun = new AtomicBoolean();

    Ending(Children children, PrintWriter out, CountDownLatch done) {
        this.children = children;
        this.out = out;
        this.done = done;
    }

    @Override
    public void run() {
        if (begun.compareAndSet(false, true)) {
            out.println("Ending the demo ...");
            children.close();
            out.println("All has ended. What it stored is kept for the next time.");
            done.countDown();
        }
        try {
            done.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
