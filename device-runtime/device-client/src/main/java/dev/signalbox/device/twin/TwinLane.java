// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.Uplink;
import dev.signalbox.device.message.DesiredProperties;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.FromHub;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Keeps the desired properties current: asks for the whole document after each sign-in and whenever a change was
/// missed, and applies the changes that come in between.
public final class TwinLane implements Lane {
    private static final Logger LOG = LoggerFactory.getLogger(TwinLane.class);
    private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(20).toNanos();

    private final DesiredSink sink;
    private final Consumer<ObjectNode> reported;
    private volatile boolean again;
    private final DesiredTwin twin = new DesiredTwin();
    private boolean current;
    private String asked = "";
    private long askedAt;
    private long requests;
    private long newestHeardOf;

    public TwinLane(DesiredSink sink) {
        this(sink, whole -> {});
    }

    /// @param reported takes the whole reported properties whenever the hub told them, before the
    /// desired ones, on the link's thread; must not block
    public TwinLane(DesiredSink sink, Consumer<ObjectNode> reported) {
        this.sink = sink;
        this.reported = reported;
    }

    /// Asks for the whole twin again. From any thread; wake the link afterwards.
    public void askAgain() {
        again = true;
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.TWIN_RESPONSES, Topics.DESIRED_PATCHES);
    }

    @Override
    public void signedIn() {
        current = false;
        asked = "";
        newestHeardOf = 0;
    }

    @Override
    public void pump(Uplink uplink) {
        if (again) {
            again = false;
            current = false;
            asked = "";
        }
        if (current || (!asked.isEmpty() && System.nanoTime() - askedAt < ASK_AGAIN_NANOS)) {
            return;
        }
        asked = "get-" + ++requests;
        askedAt = System.nanoTime();
        uplink.publish(Topics.write(new FromDevice.TwinGet(asked)), new byte[0], 0, () -> {});
    }

    @Override
    public CompletableFuture<?> arrived(FromHub message, byte[] payload) {
        return switch (message) {
            case FromHub.TwinResponse response when response.requestId().equals(asked) -> answered(response, payload);
            case FromHub.DesiredPatch patch -> patched(patch.version(), object(Json.readTree(payload)));
            default -> SAFE;
        };
    }

    private CompletableFuture<?> answered(FromHub.TwinResponse response, byte[] payload) {
        if (response.status() != 200) {
            LOG.warn("The hub answers {} when asked for the twin; asking again in a while", response.status());
            return SAFE;
        }
        JsonNode whole = Json.readTree(payload);
        twin.replace(object(whole.path("desired")));
        asked = "";
        if (twin.version() < newestHeardOf) {
            return SAFE;
        }
        current = true;
        reported.accept(object(whole.path("reported")).remove(List.of("$version", "$metadata")));
        return changed();
    }

    /// One that is not applied is asked for with the whole document, so the hub may forget it.
    private CompletableFuture<?> patched(long version, ObjectNode patch) {
        newestHeardOf = Math.max(newestHeardOf, version);
        if (!current) {
            return SAFE;
        }
        DesiredTwin.Effect effect = twin.apply(version, patch);
        current = effect != DesiredTwin.Effect.GAP;
        return effect == DesiredTwin.Effect.CHANGED ? changed() : SAFE;
    }

    private CompletableFuture<?> changed() {
        return sink.changed(new DesiredProperties(twin.version(), twin.document()));
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : Json.mapper().createObjectNode();
    }
}
