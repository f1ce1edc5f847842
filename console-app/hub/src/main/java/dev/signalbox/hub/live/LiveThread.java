// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/// Makes the thread a feed writes from.
final class LiveThread {
    private LiveThread() {}

    static ScheduledExecutorService named(String name) {
        var thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon(true).name(name).factory(), (task, pool) -> {
                    if (!pool.isShutdown()) {
                        throw new RejectedExecutionException(name);
                    }
                });
        thread.setRemoveOnCancelPolicy(true);
        return Executors.unconfigurableScheduledExecutorService(thread);
    }
}
