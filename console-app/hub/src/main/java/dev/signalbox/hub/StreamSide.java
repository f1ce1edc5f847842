// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.channel.Browsing;
import dev.signalbox.hub.channel.ChannelReads;
import dev.signalbox.hub.channel.ConsumerTokens;
import dev.signalbox.hub.flespi.FlespiDesk;
import dev.signalbox.hub.flespi.FlespiRoutes;
import dev.signalbox.hub.http.ConsumerTokenRoutes;
import dev.signalbox.hub.http.DeadLetterRoutes;
import dev.signalbox.hub.http.HttpsDoor;
import dev.signalbox.hub.http.IntakeRoutes;
import dev.signalbox.hub.http.LiveRoutes;
import dev.signalbox.hub.http.StreamRoutes;
import dev.signalbox.hub.live.MessageFeed;
import dev.signalbox.hub.live.StreamFeed;
import dev.signalbox.hub.outflow.Deadline;
import dev.signalbox.hub.stream.SortedLog;
import java.util.concurrent.Executor;

/// The parts by which streams are read.
///
/// @param rates how busy they are
/// @param messages what comes in them
record StreamSide(HttpsDoor.Reading routes, StreamFeed rates, MessageFeed messages) {
    static StreamSide of(Ground ground, Feeds feeds, SortedLog sorted, Shutdown shutdown) {
        Executor blocking = ground.listening().blocking();
        var tokens = new ConsumerTokens(ground.registry(), ground.clock());
        tokens.forgetOldMarks(sorted.reader()::nextKey);
        var reads = new ChannelReads(
                sorted.reader(),
                number -> {
                    var _ = sorted.streams().get(number);
                },
                tokens,
                blocking);
        var browsing = new Browsing(sorted.reader());
        var desk = new FlespiDesk(
                blocking,
                tokens,
                feeds.notices(),
                Deadline.usual(ground.listening().vertx()));
        var routes = new HttpsDoor.Reading(
                new IntakeRoutes(ground.intake()),
                new StreamRoutes(sorted.streams(), sorted.reader(), browsing),
                new DeadLetterRoutes(sorted.letters()),
                new ConsumerTokenRoutes(tokens),
                new FlespiRoutes(desk, reads));
        var rates = shutdown.add(new StreamFeed(sorted.rates()::now));
        return new StreamSide(routes, rates, shutdown.add(new MessageFeed(browsing)));
    }

    LiveRoutes.Streams live() {
        return new LiveRoutes.Streams(rates, messages);
    }
}
