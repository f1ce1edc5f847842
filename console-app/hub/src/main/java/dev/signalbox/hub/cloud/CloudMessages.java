// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.cloud;

import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredCloudMessage;
import dev.signalbox.hub.store.StoredFeedback;
import dev.signalbox.operator.device.MessageQueue;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends messages to devices: at least once, in order, within their time. What a device has not acknowledged when its
/// connection ends is delivered to its next one, ten times at most. May be used from any thread.
public final class CloudMessages {
    /// How many may wait for one device.
    public static final int MOST_WAITING = 50;

    private static final int MOST_FEEDBACK = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private final Map<DeviceId, CloudLine> lines = new ConcurrentHashMap<>();
    private final RegistryStore store;
    private final Clock clock;

    public CloudMessages(RegistryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Queues a message; the future holds its message id once it is durable, or fails with `device.not-known`,
    /// `cloud.queue-full` or a store's problem.
    public CompletableFuture<String> send(DeviceId device, CloudMessage message) {
        return store.commitLater(records -> {
                    if (records.devices().find(device).isEmpty()) {
                        throw new ProblemException(CloudProblems.notKnown(device));
                    }
                    return Queue.in(records, clock.instant()).add(device, message);
                })
                .whenComplete((_, failure) -> {
                    if (failure == null) {
                        deliver(device);
                    }
                });
    }

    /// How many wait for the device, those included that it has and did not acknowledge yet.
    public int waiting(DeviceId device) {
        return store.read(records -> records.cloudMessages().of(device).size());
    }

    /// What waits for the device, and what became of messages to it whose feedback nobody has taken yet.
    public MessageQueue queue(DeviceId device) {
        return store.read(records -> new MessageQueue(
                records.cloudMessages().of(device).stream()
                        .map(CloudMessages::waiting)
                        .toList(),
                records.cloudMessages().feedback(MOST_FEEDBACK).stream()
                        .filter(feedback -> feedback.device().equals(device))
                        .map(f -> new MessageQueue.Outcome(f.messageId(), f.outcome(), f.at()))
                        .toList()));
    }

    private static MessageQueue.Waiting waiting(StoredCloudMessage message) {
        return new MessageQueue.Waiting(
                message.properties().getOrDefault("$.mid", ""),
                message.body().length,
                message.expiresAt(),
                message.deliveries());
    }

    /// Empties a device's queue and returns how many were in it.
    public int purge(DeviceId device) {
        return store.commit(records -> Queue.in(records, clock.instant()).purge(device));
    }

    /// What became of messages, the oldest first.
    public List<StoredFeedback> feedback(int most) {
        return store.read(records -> records.cloudMessages().feedback(most));
    }

    /// Forgets feedback up to this one.
    public void feedbackTaken(long upTo) {
        store.commit(records -> {
            records.cloudMessages().deleteFeedback(upTo);
            return upTo;
        });
    }

    /// Ends what is too old. To be called from time to time.
    public void expire() {
        if (!store.read(records -> records.cloudMessages().expired(clock.instant(), 1))
                .isEmpty()) {
            store.commit(records -> Queue.in(records, clock.instant()).expire());
        }
    }

    /// Says that the device listens this way from now on; it gets what waits.
    public void listens(DeviceId device, CloudLine line) {
        lines.put(device, line);
        deliver(device);
    }

    /// Says that this way is gone.
    public void left(DeviceId device, CloudLine line) {
        lines.remove(device, line);
    }

    /// The commits end in their order on one thread, so the messages leave in theirs.
    private void deliver(DeviceId device) {
        CloudLine line = lines.get(device);
        if (line == null) {
            return;
        }
        var _ = store.commitLater(records -> Queue.in(records, clock.instant()).take(device, line.lock()))
                .whenComplete((taken, failure) -> {
                    if (failure == null) {
                        taken.forEach(message -> line.deliver(message, () -> complete(message)));
                    } else {
                        LOG.warn("Messages wait, because the store could not lock them: {}", failure.getMessage());
                    }
                });
    }

    private void complete(StoredCloudMessage message) {
        var _ = store.commitLater(
                records -> Queue.in(records, clock.instant()).complete(message.device(), message.id()));
    }
}
