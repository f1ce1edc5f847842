// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.inbox;

import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.Uplink;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.FromHub;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes messages from the cloud: each is on the disk before it is acknowledged. While the disk takes none, they wait
/// unacknowledged, and the hub keeps them too.
public final class InboxLane implements Lane {
    private static final Logger LOG = LoggerFactory.getLogger(InboxLane.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);
    private static final String MESSAGE_ID = "$.mid";

    private record Letter(String id, byte[] bag, byte[] payload, CompletableFuture<Void> safe) {}

    private final DeviceId device;
    private final InboxStore store;
    private final Runnable kept;
    private final long tryAgainNanos;
    private final Queue<Letter> unkept = new ConcurrentLinkedQueue<>();
    private long triedAt = System.nanoTime();

    /// @param kept is told of each message on the disk, on any thread; must not block
    public InboxLane(DeviceId device, InboxStore store, Runnable kept) {
        this(device, store, kept, TRY_AGAIN);
    }

    InboxLane(DeviceId device, InboxStore store, Runnable kept, Duration tryAgain) {
        this.device = device;
        this.store = store;
        this.kept = kept;
        this.tryAgainNanos = tryAgain.toNanos();
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.cloudMessages(device));
    }

    @Override
    public CompletableFuture<?> arrived(FromHub message, byte[] payload) {
        if (!(message instanceof FromHub.CloudMessage cloud)) {
            return SAFE;
        }
        byte[] bag = PropertyBags.write(cloud.properties()).getBytes(StandardCharsets.UTF_8);
        String id = mark(cloud, payload);
        var letter = new Letter(id, bag, payload, new CompletableFuture<>());
        if (unkept.isEmpty()) {
            keep(letter);
        } else {
            unkept.add(letter);
        }
        return letter.safe();
    }

    /// What a message is known by if it comes again. A sender may use its id anew, so the content counts too; what the
    /// hub sends again is the same in all of it.
    private static String mark(FromHub.CloudMessage cloud, byte[] payload) {
        String id = cloud.properties().getOrDefault(MESSAGE_ID, "");
        var crc = new CRC32C();
        crc.update(new TreeMap<>(cloud.properties()).toString().getBytes(StandardCharsets.UTF_8));
        crc.update(payload);
        return id.isEmpty() ? "" : id + " %08x".formatted(crc.getValue());
    }

    private void keep(Letter letter) {
        var unused = asked(letter).whenComplete((done, failure) -> {
            if (failure == null) {
                letter.safe().complete(null);
                kept.run();
            } else {
                LOG.error("A message from the cloud is not acknowledged yet: {}", failure.getMessage());
                unkept.add(letter);
            }
        });
    }

    private CompletableFuture<Void> asked(Letter letter) {
        try {
            return store.keep(letter.id(), letter.bag(), letter.payload());
        } catch (RuntimeException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    @Override
    public void pump(Uplink uplink) {
        if (unkept.isEmpty() || System.nanoTime() - triedAt < tryAgainNanos) {
            return;
        }
        triedAt = System.nanoTime();
        var again = List.copyOf(unkept);
        unkept.removeAll(again);
        again.forEach(this::keep);
    }

    /// What is not kept comes again with the next connection.
    @Override
    public void lost() {
        unkept.clear();
    }
}
