// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Devices that ask to be let in, as they change. Who watches gets all that are listed at first, then each that changed
/// in its newest state. Who cannot keep up is cut off.
public final class OperationFeed implements AutoCloseable {
    private volatile Source source = Source.NONE;
    private final Set<Channel> watching = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = LiveThread.named("live operations");

    /// Where they are known. May wait for the store.
    public interface Source {
        Source NONE = new Source() {
            @Override
            public List<OperationView> list() {
                return List.of();
            }

            @Override
            public Optional<OperationView> find(String id) {
                return Optional.empty();
            }

            @Override
            public List<OperationView> rivals(OperationView of) {
                return List.of();
            }
        };

        List<OperationView> list();

        Optional<OperationView> find(String id);

        /// Others that wait for the same id: what is said of them changes too.
        List<OperationView> rivals(OperationView of);
    }

    public OperationFeed() {
        var _ = thread.scheduleAtFixedRate(this::heartbeat, 10, 10, TimeUnit.SECONDS);
    }

    public void tellsOf(Source operations) {
        source = operations;
    }

    public void changed(Collection<String> ids) {
        List<String> some = List.copyOf(ids);
        if (!watching.isEmpty()) {
            thread.execute(() -> frames(some).forEach(this::send));
        }
    }

    /// Sends the channel all that are listed, then changes; ends when the result is closed.
    public AutoCloseable watch(Channel channel) {
        watching.add(channel);
        thread.execute(() -> begin(channel));
        return () -> watching.remove(channel);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void begin(Channel channel) {
        try {
            channel.send(Frames.HEARTBEAT);
            source.list().forEach(view -> channel.send(frame(view)));
        } catch (ProblemException storeAtFault) {
            channel.end();
        }
    }

    private Collection<String> frames(List<String> ids) {
        Map<String, String> frames = new LinkedHashMap<>();
        try {
            for (String id : ids) {
                Optional<OperationView> view = source.find(id);
                frames.put(id, view.map(OperationFeed::frame).orElseGet(() -> Frames.event("gone", id)));
                view.map(source::rivals).ifPresent(others -> others.forEach(one -> frames.put(one.id(), frame(one))));
            }
        } catch (ProblemException storeAtFault) {
            watching.forEach(Channel::end);
        }
        return frames.values();
    }

    private void send(String frame) {
        watching.removeIf(channel -> !keepsUp(channel, frame));
    }

    private static boolean keepsUp(Channel channel, String frame) {
        boolean keepsUp = !channel.full();
        if (keepsUp) {
            channel.send(frame);
        } else {
            channel.end();
        }
        return keepsUp;
    }

    private static String frame(OperationView view) {
        return Frames.event("operation", Json.writeText(view));
    }

    private void heartbeat() {
        watching.stream().filter(channel -> !channel.full()).forEach(channel -> channel.send(Frames.HEARTBEAT));
    }
}
