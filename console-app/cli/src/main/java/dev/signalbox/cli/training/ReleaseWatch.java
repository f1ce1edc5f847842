// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.training;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.live.Feeds;
import dev.signalbox.workbench.live.NodeWatcher;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Waits until a node runs a release and log lines come.
final class ReleaseWatch implements NodeWatcher, AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final LinkedBlockingQueue<Long> running = new LinkedBlockingQueue<>();
    private final CountDownLatch lines = new CountDownLatch(1);
    private final AutoCloseable nodeFeed;
    private final AutoCloseable logFeed;

    ReleaseWatch(Feeds feeds) {
        this.nodeFeed = feeds.nodes(this);
        this.logFeed = feeds.logs(_ -> lines.countDown());
    }

    @Override
    public void node(NodeView view) {
        view.report().ifPresent(report -> running.add(report.running()));
    }

    @Override
    public void gone(String id) {}

    void await(long release) throws InterruptedException {
        @Nullable Long seen = running.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (seen != null && seen != release) {
            seen = running.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        if (seen == null || !lines.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new ProblemException(new Problem(
                    "training.node-silent",
                    "The node did not run release " + release + ".",
                    "Look at NODE.txt and HUB.txt in target/training."));
        }
    }

    @Override
    public void close() {
        for (AutoCloseable feed : java.util.List.of(nodeFeed, logFeed)) {
            try {
                feed.close();
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
