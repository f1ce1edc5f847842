// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.method;

import dev.signalbox.operator.node.PingView;
import dev.signalbox.protocol.action.NodeMethod;
import dev.signalbox.protocol.action.Nothing;
import dev.signalbox.protocol.action.Pong;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Has nodes do what operators ask. May be used from any thread.
public final class NodeCalls {
    private static final int DONE = 200;
    private static final int LONGEST_SENTENCE = 2_000;
    private static final Pattern CODE = Pattern.compile("[a-z0-9.-]{1,64}");

    private final Methods methods;
    private final Clock clock;

    public NodeCalls(Methods methods, Clock clock) {
        this.methods = methods;
        this.clock = clock;
    }

    /// What the node answers, of the method's own type. The future fails with what is wrong with the
    /// call, such as `method.not-online`, or with the node's own problem.
    public CompletableFuture<Record> call(DeviceId node, NodeMethod method, Record question) {
        var call = MethodCall.ofHub(method.wireName(), Json.mapper().valueToTree(question));
        return methods.call(ClientId.of(node), call).thenApply(result -> answer(node, method, result));
    }

    /// How long a node takes to answer, and how far its clock is off.
    public CompletableFuture<PingView> ping(DeviceId node) {
        long begin = System.nanoTime();
        Instant left = clock.instant();
        return call(node, NodeMethod.PING, new Nothing()).thenApply(answer -> {
            long roundTrip = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            var pong = (Pong) answer;
            Instant half = left.plusMillis(roundTrip / 2);
            return new PingView(roundTrip, Duration.between(half, pong.at()).toMillis(), pong.upMillis());
        });
    }

    private static Record answer(DeviceId node, NodeMethod method, MethodResult result) {
        if (result.status() != DONE) {
            throw new ProblemException(problem(node, method, result.payload()));
        }
        try {
            return Json.read(Json.write(result.payload()), method.answer());
        } catch (ProblemException unreadable) {
            throw new ProblemException(
                    MethodProblems.badAnswer(
                            ClientId.of(node),
                            method.wireName(),
                            unreadable.problem().what()),
                    unreadable);
        }
    }

    /// The node's own; something in its place from a device that is no node.
    private static Problem problem(DeviceId node, NodeMethod method, JsonNode said) {
        String code = said.path("code").asString("");
        if (code.equals("node.no-such-method")) {
            return new Problem(
                    "node.no-such-action",
                    node + " does not know the action " + method.word() + ": its agent is older.",
                    "Install the agent of this version there; all it knows goes on working.");
        }
        return CODE.matcher(code).matches()
                ? new Problem(code, sentence(said, "what"), sentence(said, "remedy"))
                : new Problem(
                        "node.no-actions",
                        node + " does not do what operators ask of nodes.",
                        "Check that it is a node, and of a version that does.");
    }

    private static String sentence(JsonNode said, String name) {
        String text = said.path(name).asString("");
        return text.length() > LONGEST_SENTENCE ? text.substring(0, LONGEST_SENTENCE) : text;
    }
}
