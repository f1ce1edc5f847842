// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes what was started, the last first. What cannot be closed keeps nothing else from being closed.
final class Shutdown implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    synchronized <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    void await() throws InterruptedException {
        stopped.await();
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception refused) {
                LOG.warn("While stopping: {}", refused.toString());
            }
        }
        stopped.countDown();
    }
}
