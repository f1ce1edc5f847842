// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.Uplink;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.FromHub;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Sends patches of the reported properties, one after the other; those that come meanwhile become one. A patch counts
/// only when the hub has answered it, so one that a lost connection swallowed is sent again. Kept in memory alone.
public final class ReportedLane implements Lane {
    private static final Logger LOG = LoggerFactory.getLogger(ReportedLane.class);
    private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(20).toNanos();

    private final Object lock = new Object();
    private @Nullable ObjectNode pending;
    private @Nullable ObjectNode sent;
    private String asked = "";
    private long askedAt;
    private long requests;

    /// From any thread.
    public void offer(ObjectNode patch) {
        synchronized (lock) {
            pending = pending == null ? patch.deepCopy() : followed(pending, patch);
        }
    }

    @Override
    public void pump(Uplink uplink) {
        if (sent != null && System.nanoTime() - askedAt >= ASK_AGAIN_NANOS) {
            lost();
        }
        if (sent != null) {
            return;
        }
        synchronized (lock) {
            sent = pending;
            pending = null;
        }
        if (sent != null) {
            asked = "patch-" + ++requests;
            askedAt = System.nanoTime();
            var patch = new FromDevice.ReportedPatch(asked, OptionalLong.empty());
            uplink.publish(Topics.write(patch), Json.write(sent), 0, () -> {});
        }
    }

    @Override
    public CompletableFuture<?> arrived(FromHub message, byte[] payload) {
        if (message instanceof FromHub.TwinResponse response
                && response.requestId().equals(asked)) {
            answered(response);
        }
        return SAFE;
    }

    private void answered(FromHub.TwinResponse response) {
        boolean later = response.status() == 429 || response.status() >= 500;
        if (later) {
            return;
        }
        if (response.status() >= 300) {
            LOG.warn("The hub refuses reported properties with {}; they are dropped", response.status());
        }
        sent = null;
        asked = "";
    }

    @Override
    public void lost() {
        synchronized (lock) {
            if (sent != null) {
                pending = pending == null ? sent : followed(sent, pending);
            }
        }
        sent = null;
        asked = "";
    }

    /// One patch that does what the two do; unlike applying, it keeps the nulls that remove.
    private static ObjectNode followed(ObjectNode first, ObjectNode second) {
        ObjectNode both = first.deepCopy();
        second.properties().forEach(member -> {
            boolean objects =
                    both.get(member.getKey()) instanceof ObjectNode && member.getValue() instanceof ObjectNode;
            both.set(
                    member.getKey(),
                    objects
                            ? followed((ObjectNode) both.get(member.getKey()), (ObjectNode) member.getValue())
                            : member.getValue());
        });
        return both;
    }
}
