// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// All processes started here. They end together, youngest first: asked at once, killed after 5 s.
public final class Children implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final List<Child> children = new CopyOnWriteArrayList<>();
    private volatile boolean ending;

    public Child add(Child child) {
        children.addFirst(child);
        return child;
    }

    /// Whether they are being ended, so that an end is no news.
    public boolean ending() {
        return ending;
    }

    @Override
    public void close() {
        ending = true;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        children.forEach(Child::ask);
        children.forEach(child -> child.end(deadline));
    }
}
