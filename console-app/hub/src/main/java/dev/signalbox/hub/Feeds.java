// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.device.Presence;
import dev.signalbox.hub.figures.FigureBook;
import dev.signalbox.hub.live.ChangeFeed;
import dev.signalbox.hub.live.FigureFeed;
import dev.signalbox.hub.live.LogFeed;
import dev.signalbox.hub.live.NodeFeed;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.node.Nodes;

/// What operators are told while it happens, and who of the devices is there.
record Feeds(Presence presence, Fleet fleet, LogFeed logs, ChangeFeed changes, Notices notices) {
    /// How nodes are, and what they count.
    record Fleet(NodeFeed nodes, FigureFeed figures, FigureBook book) {}

    NodeFeed nodes() {
        return fleet.nodes();
    }

    FigureFeed figures() {
        return fleet.figures();
    }

    FigureBook book() {
        return fleet.book();
    }

    static Feeds open(Ground ground, Shutdown shutdown) {
        var presence = new Presence();
        var logs = shutdown.add(new LogFeed(ground.clock()));
        var nodes = shutdown.add(new NodeFeed(new Nodes(ground.registry(), presence)));
        var changes = shutdown.add(new ChangeFeed());
        var book = new FigureBook();
        var fleet = new Fleet(nodes, shutdown.add(new FigureFeed(book)), book);
        return new Feeds(presence, fleet, logs, changes, new Notices(logs, ground.clock()));
    }
}
