// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.live.ChangeFeed;
import dev.signalbox.hub.live.FigureFeed;
import dev.signalbox.hub.live.LogFeed;
import dev.signalbox.hub.live.MessageFeed;
import dev.signalbox.hub.live.NodeFeed;
import dev.signalbox.hub.live.StreamFeed;
import dev.signalbox.operator.session.Paths;
import io.vertx.ext.web.RoutingContext;
import java.util.OptionalLong;

/// Streams of events for operators.
public final class LiveRoutes {
    private final LogFeed logs;
    private final Nodes nodes;
    private final ChangeFeed changes;
    private final Streams streams;

    /// How nodes are, and what they count.
    public record Nodes(NodeFeed states, FigureFeed figures) {}

    /// How busy streams are, and what comes in them.
    public record Streams(StreamFeed rates, MessageFeed messages) {}

    public LiveRoutes(LogFeed logs, Nodes nodes, ChangeFeed changes, Streams streams) {
        this.logs = logs;
        this.nodes = nodes;
        this.changes = changes;
        this.streams = streams;
    }

    void add(OperatorRouter router) {
        router.look(Paths.LIVE_LOGS).handler(context -> {
            var stream = EventStream.begin(context.response());
            stream.send(":\n\n");
            stream.closeAtEnd(logs.watch(stream, lastEventId(context)));
        });
        router.look(Paths.LIVE_NODES).handler(context -> {
            var stream = EventStream.begin(context.response());
            stream.closeAtEnd(nodes.states().watch(stream));
        });
        router.look(Paths.LIVE_FIGURES).handler(context -> {
            var stream = EventStream.begin(context.response());
            stream.closeAtEnd(nodes.figures().watch(stream));
        });
        router.look(Paths.LIVE_CHANGES).handler(context -> {
            var stream = EventStream.begin(context.response());
            stream.closeAtEnd(changes.watch(stream));
        });
        router.look(Paths.LIVE_STREAMS).handler(context -> {
            var stream = EventStream.begin(context.response());
            stream.closeAtEnd(streams.rates().watch(stream));
        });
        router.lookAtAny(Paths.LIVE_STREAMS + "/(?<number>\\d{1,18})").handler(context -> {
            var stream = EventStream.begin(context.response());
            long number = Long.parseLong(context.pathParam("number"));
            stream.closeAtEnd(streams.messages().watch(stream, number));
        });
    }

    private static OptionalLong lastEventId(RoutingContext context) {
        String header = context.request().getHeader("Last-Event-ID");
        return header != null && header.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(header))
                : OptionalLong.empty();
    }
}
