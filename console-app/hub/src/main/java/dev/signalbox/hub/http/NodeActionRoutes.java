// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.live.ChangeFeed;
import dev.signalbox.hub.live.NodeFeed;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.method.NodeCalls;
import dev.signalbox.hub.node.Fleet;
import dev.signalbox.hub.release.Switching;
import dev.signalbox.operator.flow.FlowSwitch;
import dev.signalbox.operator.node.SwitchChange;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.action.Injection;
import dev.signalbox.protocol.action.LogQuestion;
import dev.signalbox.protocol.action.NodeMethod;
import dev.signalbox.protocol.action.StepCall;
import dev.signalbox.protocol.action.StepWish;
import dev.signalbox.protocol.action.TapQuestion;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.LogLevel;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// What operators have nodes do, and what they switch off. Each is told in the operators' log, with
/// who did it.
public final class NodeActionRoutes {
    private static final String NODE = Paths.NODES + "/:id";

    /// What changes nothing on the node.
    private static final Set<NodeMethod> ONLY_LOOKS = Set.of(NodeMethod.PING, NodeMethod.LOGS);

    private final Fleet fleet;
    private final NodeCalls calls;
    private final Switching switching;
    private final News news;

    /// Where changes are told.
    public record News(NodeFeed nodes, ChangeFeed changes, Notices notices) {
        private void happened(String sentence) {
            notices.happened(LogLevel.RUNTIME, sentence);
        }
    }

    public NodeActionRoutes(Fleet fleet, NodeCalls calls, Switching switching, News news) {
        this.fleet = fleet;
        this.calls = calls;
        this.switching = switching;
        this.news = news;
    }

    void add(OperatorRouter router, Desk desk) {
        router.look(HttpMethod.POST, NODE + "/ping").handler(desk.answerLater(this::ping));
        for (NodeMethod method : NodeMethod.values()) {
            String path = NODE + "/actions/" + method.word();
            Route route = ONLY_LOOKS.contains(method)
                    ? router.look(HttpMethod.POST, path)
                    : router.post(path, Right.OPERATE, "asks node :id: " + method.word() + " {~deed} {step}");
            route.handler(desk.answerLater(request -> act(request, method)));
        }
        router.post(NODE + "/switches", Right.OPERATE, "switches {~what} {step} of node :id, on: {on}")
                .handler(desk.answer(this::change));
        router.look(Paths.FLOW_SWITCHES).handler(desk.answer(_ -> Answer.json(switching.flowsOff())));
        router.put(Paths.FLOW_SWITCHES + "/:name", Right.OPERATE, "switches flow :name, on: {on}")
                .handler(desk.answer(this::changeFlow));
    }

    private CompletableFuture<Answer> ping(Request request) {
        return calls.ping(known(request)).thenApply(Answer::json);
    }

    private CompletableFuture<Answer> act(Request request, NodeMethod method) {
        Record question = request.body(method.question());
        DeviceId node = known(request);
        if (isWorthTelling(method, question)) {
            news.happened(request.operator() + " asks node " + node + ": " + words(method, question));
        }
        return calls.call(node, method, question).thenApply(Answer::json);
    }

    private DeviceId known(Request request) {
        return fleet.get(request.device()).id();
    }

    private static boolean isWorthTelling(NodeMethod method, Record question) {
        return switch (question) {
            case LogQuestion page -> page.after().isEmpty();
            case TapQuestion page -> page.after().isEmpty();
            default -> method != NodeMethod.PING;
        };
    }

    /// Never the payload: it may hold what nobody else is to read.
    private static String words(NodeMethod method, Record question) {
        return switch (question) {
            case StepWish wish -> wish.deed().name().toLowerCase(Locale.ROOT) + " step " + wish.step();
            case StepCall call -> "call " + call.step() + " " + call.method();
            case TapQuestion wire -> "tap the wire from " + wire.from() + " to " + wire.to();
            case Injection message ->
                "inject a message into " + message.step()
                        + message.from().map(from -> " from " + from).orElse("");
            default -> method.word();
        };
    }

    private Answer change(Request request) {
        var asked = request.body(SwitchChange.class);
        DeviceId node = request.device();
        switching.change(node, asked);
        news.happened(request.operator() + " " + words(asked) + " on node " + node);
        news.nodes().changed(node);
        return Answer.json(fleet.get(node));
    }

    private static String words(SwitchChange asked) {
        return switch (asked.what()) {
            case NODE -> asked.on() ? "enables all" : "disables all";
            case MAINTENANCE -> asked.on() ? "begins maintenance" : "ends maintenance";
            case STEP ->
                (asked.on() ? "enables step " : "disables step ") + asked.step().orElseThrow();
        };
    }

    private Answer changeFlow(Request request) {
        boolean on = request.body(FlowSwitch.class).on();
        String name = request.path("name");
        switching.changeFlow(name, on);
        news.happened(request.operator() + (on ? " enables flow " : " disables flow ") + name);
        news.changes().changed(ChangeFeed.FLOWS);
        return Answer.json(switching.flowsOff());
    }
}
