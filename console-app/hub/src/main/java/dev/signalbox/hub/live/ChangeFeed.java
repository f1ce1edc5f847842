// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Says that operators changed something or jobs went on, so that consoles look again.
public final class ChangeFeed implements AutoCloseable {
    public static final String SERVICES = "services";
    public static final String FLOWS = "flows";
    public static final String RELEASES = "releases";
    public static final String QUERIES = "queries";
    public static final String JOBS = "jobs";

    private static final long SOON_MILLIS = 300;

    private final Set<Channel> watching = ConcurrentHashMap.newKeySet();
    private final Set<String> soon = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = LiveThread.named("live changes");

    public ChangeFeed() {
        var _ = thread.scheduleAtFixedRate(() -> send(Frames.HEARTBEAT), 10, 10, TimeUnit.SECONDS);
    }

    /// @param what one of the words above
    public void changed(String what) {
        thread.execute(() -> send(Frames.event("changed", what)));
    }

    /// The same for what changes often: it is said once however often it is called within a moment.
    public void changedSoon(String what) {
        if (!thread.isShutdown() && soon.add(what)) {
            var _ = thread.schedule(
                    () -> {
                        soon.remove(what);
                        send(Frames.event("changed", what));
                    },
                    SOON_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    /// Sends the channel what changes; ends when the result is closed.
    public AutoCloseable watch(Channel channel) {
        watching.add(channel);
        channel.send(Frames.HEARTBEAT);
        return () -> watching.remove(channel);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void send(String frame) {
        watching.stream().filter(channel -> !channel.full()).forEach(channel -> channel.send(frame));
    }
}
