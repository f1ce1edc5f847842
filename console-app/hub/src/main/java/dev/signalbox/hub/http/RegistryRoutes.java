// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.cloud.CloudMessage;
import dev.signalbox.hub.cloud.CloudMessages;
import dev.signalbox.hub.figures.FigureBook;
import dev.signalbox.hub.live.NodeFeed;
import dev.signalbox.hub.node.Fleet;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NewMessage;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.node.SentMessage;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;

/// Whom operators let in.
public final class RegistryRoutes {
    private static final String NODE = Paths.NODES + "/:id";

    private final Fleet fleet;
    private final NodeFeed feed;
    private final FigureBook figures;
    private final CloudMessages cloud;

    public RegistryRoutes(Fleet fleet, NodeFeed feed, FigureBook figures, CloudMessages cloud) {
        this.fleet = fleet;
        this.feed = feed;
        this.figures = figures;
        this.cloud = cloud;
    }

    void add(OperatorRouter router, Desk desk) {
        router.look(Paths.NODES)
                .handler(desk.answer(
                        request -> Answer.json(fleet.list(request.query("after").orElse("")))));
        router.post(Paths.NODES, Right.OPERATE, "adds node {id}").handler(desk.answer(this::create));
        router.look(NODE).handler(desk.answer(request -> Answer.json(fleet.get(request.device()))));
        router.delete(NODE, Right.OPERATE, "deletes node :id").handler(desk.answer(this::delete));
        router.look(NODE + "/figures").handler(desk.answer(this::figures));
        router.get(NODE + "/keys", Right.OPERATE, "reads the keys of node :id")
                .handler(desk.answer(request -> Answer.json(fleet.keys(request.device()))));
        router.put(NODE + "/tags", Right.OPERATE, "tags node :id").handler(desk.answer(this::setTags));
        router.post(NODE + "/messages", Right.OPERATE, "sends node :id a message")
                .handler(desk.answer(this::send));
    }

    private Answer create(Request request) {
        var asked = request.body(NewDevice.class);
        var keys = fleet.add(asked);
        feed.changed(asked.id());
        return Answer.json(201, keys);
    }

    /// A node that is not known is said before one that told nothing.
    private Answer figures(Request request) {
        return Answer.json(figures.get(fleet.get(request.device()).id()));
    }

    private Answer delete(Request request) {
        DeviceId id = request.device();
        fleet.delete(id);
        return Answer.NOTHING;
    }

    private Answer setTags(Request request) {
        Map<String, String> tags = new HashMap<>();
        for (var tag : Json.readTree(request.bytes()).properties()) {
            if (!tag.getValue().isString()) {
                throw new ProblemException(HttpProblems.badValue("tag " + tag.getKey() + " is no text"));
            }
            tags.put(tag.getKey(), tag.getValue().stringValue());
        }
        NodeView changed = fleet.setTags(request.device(), tags);
        feed.changed(changed.id());
        return Answer.json(changed);
    }

    private Answer send(Request request) {
        var asked = request.body(NewMessage.class);
        var message = new CloudMessage(
                asked.properties(),
                asked.text().getBytes(StandardCharsets.UTF_8),
                Duration.ofSeconds(asked.timeToLiveSeconds()));
        try {
            String id = cloud.send(request.device(), message).join();
            return Answer.json(201, new SentMessage(id));
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ProblemException known ? known : failed;
        }
    }
}
