// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.link.LinkWatcher;
import dev.signalbox.protocol.report.Problem;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Calls the listener on a thread of its own. What the listener throws is logged and harms nobody.
final class ListenerThread implements LinkWatcher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerThread.class);

    private final DeviceListener listener;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("signalbox-listener").daemon().factory());

    ListenerThread(DeviceListener listener) {
        this.listener = listener;
    }

    @Override
    public void signedIn() {
        call(listener::signedIn);
    }

    @Override
    public void disconnected(Problem why) {
        call(() -> listener.disconnected(why));
    }

    void twin(ObjectNode desired, long version) {
        call(() -> listener.twin(desired, version));
    }

    void reported(ObjectNode whole) {
        call(() -> listener.reported(whole));
    }

    private void call(Runnable told) {
        try {
            thread.execute(() -> {
                try {
                    told.run();
                } catch (RuntimeException | LinkageError failed) {
                    LOG.error("The device's listener failed", failed);
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("The listener is gone");
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
