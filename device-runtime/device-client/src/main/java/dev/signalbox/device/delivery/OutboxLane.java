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
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Sends the outbox: a higher priority before a lower one, each in its order.
///
/// At most 64 messages are sent beyond those whose acknowledgement is recorded on disk, so a device that is killed
/// repeats no more than that; the hub knows by epoch and sequence which it has already. On a slow line there are fewer.
/// After a loss of the connection it starts again at the oldest that was not acknowledged.
public final class OutboxLane implements Lane {
    private static final int WINDOW = 64;

    private final DeviceId device;
    private final Outbox outbox;
    private final Uploads uploads;
    private final List<Feed> feeds;
    private final Window window = new Window();
    private final Courtesy courtesy;
    private final Set<Ticket> recording = ConcurrentHashMap.newKeySet();

    /// @param answersOwed whether somebody waits for an answer that is not on its way yet; from the link's thread
    public OutboxLane(DeviceId device, Outbox outbox, Uploads uploads, BooleanSupplier answersOwed) {
        this.courtesy = new Courtesy(answersOwed, System::nanoTime);
        this.uploads = uploads;
        this.device = device;
        this.outbox = outbox;
        this.feeds = IntStream.range(0, NewMessage.LANES)
                .mapToObj(lane -> new Feed(outbox, lane))
                .toList();
    }

    @Override
    public void pump(Uplink uplink) {
        while (open()) {
            Optional<Next> next = next();
            if (next.isEmpty() || !isTurnOf(size(next.get().message()))) {
                return;
            }
            send(next.get(), uplink);
        }
    }

    private boolean isTurnOf(int bytes) {
        return window.isOpenFor(bytes) && (!window.isOccupiedBy(bytes) || courtesy.lets());
    }

    private void send(Next next, Uplink uplink) {
        if (window.isOccupiedBy(size(next.message()))) {
            courtesy.went();
        }
        byte[] payload = payload(next.message());
        String topic = topic(next.message());
        var sent = new Sent(next, topic.length() + payload.length, System.nanoTime());
        next.from().sent();
        window.sent(sent.bytes());
        uplink.publish(topic, payload, 1, () -> taken(sent));
    }

    private record Next(Feed from, Queued message) {}

    private record Sent(Next what, int bytes, long at) {}

    private boolean open() {
        return feeds.stream().mapToInt(Feed::inFlight).sum() + recording.size() < WINDOW;
    }

    /// One whose payload is still on its way holds up its priority, and no other.
    private Optional<Next> next() {
        for (Feed feed : feeds) {
            Optional<Queued> message = feed.next().filter(this::mayGo);
            if (message.isPresent()) {
                return Optional.of(new Next(feed, message.get()));
            }
        }
        return Optional.empty();
    }

    private boolean mayGo(Queued message) {
        return message.entry().largeFile().isEmpty() || uploads.isThere(message);
    }

    private static int size(Queued message) {
        return message.entry().bag().length + message.entry().payload().length;
    }

    private static byte[] payload(Queued message) {
        return message.entry().largeFile().isEmpty() ? message.entry().payload() : Uploads.link(message);
    }

    private void taken(Sent sent) {
        Queued message = sent.what().message();
        Ticket ticket = message.ticket();
        window.acknowledged(sent.bytes(), sent.at());
        sent.what().from().acknowledged(message);
        recording.add(ticket);
        uploads.done(ticket);
        outbox.taken(message, () -> recording.remove(ticket));
    }

    @Override
    public void lost() {
        feeds.forEach(Feed::lost);
        window.lost();
    }

    private String topic(Queued message) {
        String bag = new String(message.entry().bag(), StandardCharsets.UTF_8);
        Map<String, String> properties = new LinkedHashMap<>(PropertyBags.read(bag));
        properties.put(Reserved.EPOCH.wireName(), message.epoch());
        properties.put(Reserved.SEQUENCE.wireName(), Long.toString(message.sequence()));
        return Topics.write(new FromDevice.Telemetry(device, properties));
    }
}
