// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.Uplink;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.FromHub;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Sends patches of the reported properties, one after the other, until the hub has answered each: those that the
/// program gives, kept in memory alone, and those that make of what the hub has the whole that the program wants. The
/// hub says what it has in answer to the question for the twin at each sign-in.
public final class ReportedLane implements Lane {
    private static final Logger LOG = LoggerFactory.getLogger(ReportedLane.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(20);

    /// @param whole what it leads to, if it comes from such a wish
    private record Request(ObjectNode patch, Optional<ObjectNode> whole) {}

    private final PatchQueue offered = new PatchQueue();
    private final Optional<ReportedState> wanted;
    private final long askAgainNanos;
    private final KnownReported known = new KnownReported();
    private @Nullable Request sent;
    private String asked = "";
    private long askedAt;
    private long requests;

    /// For patches alone.
    public ReportedLane() {
        this(Optional.empty(), ASK_AGAIN);
    }

    public ReportedLane(ReportedState wanted) {
        this(Optional.of(wanted), ASK_AGAIN);
    }

    ReportedLane(Optional<ReportedState> wanted, Duration askAgain) {
        this.wanted = wanted;
        this.askAgainNanos = askAgain.toNanos();
    }

    /// From any thread.
    public void offer(ObjectNode patch) {
        offered.add(patch);
    }

    /// A patch that had no answer, or is to come later, is sent again as it is before any other: the hub may have it.
    @Override
    public void pump(Uplink uplink) {
        boolean again = sent != null && System.nanoTime() - askedAt >= askAgainNanos;
        Request next = sent == null ? next() : again ? sent : null;
        if (next != null) {
            sent = next;
            asked = "patch-" + ++requests;
            askedAt = System.nanoTime();
            String topic = Topics.write(new FromDevice.ReportedPatch(asked, OptionalLong.empty()));
            uplink.publish(topic, Json.write(next.patch()), 0, () -> {});
        }
    }

    private @Nullable Request next() {
        ObjectNode patch = offered.take();
        return patch == null ? difference() : new Request(patch, Optional.empty());
    }

    private @Nullable Request difference() {
        ObjectNode whole = wanted.map(ReportedState::pending).orElse(null);
        ObjectNode there = known.document();
        if (whole == null || there == null) {
            return null;
        }
        ObjectNode patch = Diff.between(there, whole);
        if (patch.isEmpty()) {
            done(whole);
            return null;
        }
        return new Request(patch, Optional.of(whole));
    }

    private void done(ObjectNode whole) {
        wanted.ifPresent(state -> {
            state.confirmed(known.document());
            state.answered(whole);
        });
    }

    @Override
    public CompletableFuture<?> arrived(FromHub message, byte[] payload) {
        if (message instanceof FromHub.TwinResponse response) {
            if (sent != null && response.requestId().equals(asked)) {
                answered(sent, response);
            } else if (response.status() == 200 && wanted.isPresent()) {
                known.told(Json.readTree(payload).path("reported"));
            }
        }
        return SAFE;
    }

    private void answered(Request request, FromHub.TwinResponse response) {
        if (response.status() == 429 || response.status() >= 500) {
            return;
        }
        if (response.status() < 300) {
            known.took(request.patch(), response.version());
        } else {
            LOG.warn("The hub refuses reported properties with {}; they are dropped", response.status());
        }
        sent = null;
        asked = "";
        wanted.ifPresent(state -> state.confirmed(known.document()));
        request.whole().ifPresent(this::done);
    }

    @Override
    public void lost() {
        if (sent != null && sent.whole().isEmpty()) {
            offered.putBack(sent.patch());
        }
        sent = null;
        asked = "";
        known.forget();
        wanted.ifPresent(state -> state.confirmed(null));
    }
}
