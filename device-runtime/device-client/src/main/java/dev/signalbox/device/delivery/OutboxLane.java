// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.Uplink;
import dev.signalbox.device.outbox.NewMessage;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.device.outbox.Queued;
import dev.signalbox.device.outbox.Ticket;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.Reserved;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// Sends the outbox: a higher priority before a lower one, each in its order.
///
/// At most 64 messages are sent beyond those whose acknowledgement is recorded on disk, so a device that is killed
/// repeats no more than that; the hub knows by epoch and sequence which it has already. After a loss of the connection
/// it starts again at the oldest that was not acknowledged.
public final class OutboxLane implements Lane {
    private static final int WINDOW = 64;

    private final DeviceId device;
    private final Outbox outbox;
    private final List<Feed> feeds;
    private final Set<Ticket> recording = ConcurrentHashMap.newKeySet();

    public OutboxLane(DeviceId device, Outbox outbox) {
        this.device = device;
        this.outbox = outbox;
        this.feeds = IntStream.range(0, NewMessage.LANES)
                .mapToObj(lane -> new Feed(outbox, lane))
                .toList();
    }

    @Override
    public void pump(Uplink uplink) {
        while (open()) {
            Optional<Sent> next = next();
            if (next.isEmpty()) {
                return;
            }
            Sent sent = next.get();
            uplink.publish(topic(sent.message()), sent.message().entry().payload(), 1, () -> taken(sent));
        }
    }

    private record Sent(Feed from, Queued message) {}

    private boolean open() {
        return feeds.stream().mapToInt(Feed::inFlight).sum() + recording.size() < WINDOW;
    }

    private Optional<Sent> next() {
        for (Feed feed : feeds) {
            Optional<Queued> message = feed.next();
            if (message.isPresent()) {
                return Optional.of(new Sent(feed, message.get()));
            }
        }
        return Optional.empty();
    }

    private void taken(Sent sent) {
        Ticket ticket = sent.message().ticket();
        sent.from().acknowledged(sent.message());
        recording.add(ticket);
        outbox.taken(sent.message(), () -> recording.remove(ticket));
    }

    @Override
    public void lost() {
        feeds.forEach(Feed::lost);
    }

    private String topic(Queued message) {
        String bag = new String(message.entry().bag(), StandardCharsets.UTF_8);
        Map<String, String> properties = new LinkedHashMap<>(PropertyBags.read(bag));
        properties.put(Reserved.EPOCH.wireName(), message.epoch());
        properties.put(Reserved.SEQUENCE.wireName(), Long.toString(message.sequence()));
        return Topics.write(new FromDevice.Telemetry(device, properties));
    }
}
