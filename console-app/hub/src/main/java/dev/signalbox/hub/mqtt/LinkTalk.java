// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.live.Notices;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.topic.FromDevice;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What is said on one connection. A device that breaks the rules loses its connection, and nobody else notices.
final class LinkTalk {
    /// What links hand their messages to.
    record Parts(Desks desks, Notices notices) {}

    private final Link link;
    private final Parts parts;
    private final Subscribing subscribing;
    private final Pace pace = new Pace();
    private String lastTopic = "";
    private Optional<FromDevice> lastMeant = Optional.empty();

    LinkTalk(Link link, Parts parts) {
        this.link = link;
        this.parts = parts;
        this.subscribing = new Subscribing(link);
    }

    void begin(MqttEndpoint endpoint) {
        endpoint.publishAutoAck(false);
        endpoint.exceptionHandler(failure -> end(MqttProblems.malformed(MqttDoor.reason(failure))));
        endpoint.publishHandler(this::published);
        endpoint.publishAcknowledgeHandler(link.wire()::acknowledged);
        endpoint.subscribeHandler(message -> inPace(message.topicSubscriptions().size(), () -> subscribed(message)));
        endpoint.unsubscribeHandler(message -> inPace(message.topics().size(), () -> unsubscribed(message)));
        endpoint.autoKeepAlive(false);
        endpoint.pingHandler(_ -> inPace(1, link.wire()::pong));
    }

    /// Lets those know who wait for it to listen. What they send goes out after what this thread is about to send.
    void listens() {
        if (link.session().qos(Topics.METHOD_CALLS).isPresent()) {
            parts.desks().methods().listens(link.client(), link);
        }
        if (link.hearsCloudMessages()) {
            parts.desks().cloud().listens(link.device(), link);
        }
    }

    /// Nobody is to send this way any more what it does not listen to.
    private void left() {
        if (link.session().qos(Topics.METHOD_CALLS).isEmpty()) {
            parts.desks().methods().left(link.client(), link);
        }
        if (!link.hearsCloudMessages()) {
            parts.desks().cloud().left(link.device(), link);
        }
    }

    /// @param will what is still to be said in its name; one that cannot be read is refused like any message
    void ended(Optional<LastWill> will) {
        parts.desks().methods().left(link.client(), link);
        parts.desks().cloud().left(link.device(), link);
        try {
            will.ifPresent(left -> parts.desks().messages().take(link, left.telemetry(), left.payload(), () -> {}));
        } catch (IllegalArgumentException | ProblemException malformed) {
            parts.notices().refused(link.wire().from(), MqttProblems.badContent("its will", reason(malformed)));
        }
    }

    private static String reason(RuntimeException malformed) {
        return malformed instanceof ProblemException refused ? refused.problem().what() : MqttDoor.reason(malformed);
    }

    private void inPace(int answers, Runnable answer) {
        if (pace.allows(answers)) {
            answer.run();
        } else {
            end(MqttProblems.tooMuchTalk());
        }
    }

    private void subscribed(MqttSubscribeMessage message) {
        List<MqttQoS> grants = subscribing.granted(message.topicSubscriptions());
        var _ = link.session()
                .subscribe(subscribing.held(message.topicSubscriptions()))
                .whenComplete((_, failure) -> {
                    List<MqttQoS> answer = failure == null ? grants : Subscribing.none(grants);
                    link.wire().answer(endpoint -> {
                        listens();
                        endpoint.subscribeAcknowledge(message.messageId(), answer);
                    });
                });
    }

    private void unsubscribed(MqttUnsubscribeMessage message) {
        var _ = link.session().unsubscribe(message.topics()).whenComplete((_, _) -> {
            left();
            link.wire().answer(endpoint -> endpoint.unsubscribeAcknowledge(message.messageId()));
        });
    }

    private void published(MqttPublishMessage message) {
        if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
            end(MqttProblems.exactlyOnce());
        } else if (message.payload().length() > MqttProblems.LARGEST_MESSAGE) {
            end(MqttProblems.tooLarge(message.payload().length()));
        } else {
            understand(message);
        }
    }

    private void understand(MqttPublishMessage message) {
        try {
            switch (meant(message.topicName()).orElse(null)) {
                case FromDevice.Telemetry t when t.from().equals(link.client()) -> telemetry(t, message);
                case FromDevice.TwinGet get -> {
                    acknowledge(message);
                    inTime(parts.desks().twins().get(link, get.requestId()));
                }
                case FromDevice.ReportedPatch patch -> {
                    acknowledge(message);
                    inTime(parts.desks()
                            .twins()
                            .report(link, patch, message.payload().getBytes()));
                }
                case FromDevice.MethodResponse answer -> {
                    acknowledge(message);
                    answered(answer, message.payload().getBytes());
                }
                case FromDevice.Telemetry another -> end(MqttProblems.foreignTopic(message.topicName()));
                case null -> end(MqttProblems.foreignTopic(message.topicName()));
            }
        } catch (IllegalArgumentException | ProblemException malformed) {
            end(MqttProblems.badContent(message.topicName(), reason(malformed)));
        }
    }

    /// Most devices say all they have to say to one topic.
    private Optional<FromDevice> meant(String topic) {
        if (!topic.equals(lastTopic)) {
            lastMeant = Topics.fromDevice(topic);
            lastTopic = topic;
        }
        return lastMeant;
    }

    private void telemetry(FromDevice.Telemetry telemetry, MqttPublishMessage message) {
        Runnable whenDone = message.qosLevel() == MqttQoS.AT_LEAST_ONCE
                ? () -> link.wire().acknowledge(message.messageId())
                : () -> {};
        FromDevice.Telemetry said = message.isRetain() ? retained(telemetry) : telemetry;
        inTime(parts.desks().messages().take(link, said, message.payload().getBytes(), whenDone));
    }

    /// What it says after what was refused is not taken either: stored, it would make that seem old.
    ///
    /// @param taken whether the hub could take what was said
    private void inTime(boolean taken) {
        if (!taken) {
            link.stuck();
            end(MqttProblems.tooFast());
        }
    }

    /// Nothing is retained; whoever reads the message can see that the device wanted it.
    private static FromDevice.Telemetry retained(FromDevice.Telemetry telemetry) {
        var properties = new LinkedHashMap<>(telemetry.properties());
        properties.put("mqtt-retain", "true");
        return new FromDevice.Telemetry(telemetry.from(), properties);
    }

    private void answered(FromDevice.MethodResponse answer, byte[] body) {
        parts.desks().methods().answered(link.client(), answer.requestId(), answer.status(), body);
    }

    private void acknowledge(MqttPublishMessage message) {
        if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE) {
            link.wire().acknowledge(message.messageId());
        }
    }

    private void end(Problem why) {
        parts.notices().refused(link.wire().from(), why);
        link.close();
    }
}
