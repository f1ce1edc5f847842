// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import dev.signalbox.operator.stream.StreamRate;
import dev.signalbox.protocol.codec.Json;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// How busy streams are, each second, to all who watch and can keep up.
public final class StreamFeed implements AutoCloseable {
    private final Supplier<List<StreamRate>> rates;
    private final Set<Channel> watching = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = LiveThread.named("live streams");

    /// @param rates does not wait
    public StreamFeed(Supplier<List<StreamRate>> rates) {
        this.rates = rates;
        var _ = thread.scheduleAtFixedRate(() -> tell(watching), 1, 1, TimeUnit.SECONDS);
    }

    /// Tells the channel at once and then each second, until what it returns is closed.
    public AutoCloseable watch(Channel channel) {
        watching.add(channel);
        thread.execute(() -> tell(Set.of(channel)));
        return () -> watching.remove(channel);
    }

    private void tell(Set<Channel> channels) {
        if (channels.isEmpty()) {
            return;
        }
        String frame = Frames.event("rates", Json.writeText(rates.get()));
        channels.stream().filter(channel -> !channel.full()).forEach(channel -> channel.send(frame));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
