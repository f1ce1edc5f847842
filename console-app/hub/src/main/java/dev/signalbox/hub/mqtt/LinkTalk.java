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
import java.util.List;
import java.util.Optional;

/// What is said on one connection. A device that breaks the rules loses its connection, and nobody else notices.
final class LinkTalk {
    /// What links hand their messages to.
    record Parts(Desks desks, Notices notices) {}

    private final Link link;
    private final Parts parts;
    private final Subscribing subscribing;

    LinkTalk(Link link, Parts parts) {
        this.link = link;
        this.parts = parts;
        this.subscribing = new Subscribing(link);
    }

    void begin(MqttEndpoint endpoint) {
        endpoint.publishAutoAck(false);
        endpoint.exceptionHandler(failure -> end(MqttProblems.malformed(MqttDoor.reason(failure))));
        endpoint.publishHandler(this::published);
        endpoint.subscribeHandler((MqttSubscribeMessage message) -> {
            endpoint.subscribeAcknowledge(message.messageId(), subscribing.granted(message.topicSubscriptions()));
            listens();
        });
        endpoint.unsubscribeHandler(message -> {
            List<String> topics = message.topics();
            topics.forEach(link.subscriptions()::remove);
            endpoint.unsubscribeAcknowledge(message.messageId());
            if (topics.contains(Topics.METHOD_CALLS)) {
                parts.desks().methods().left(link.client(), link);
            }
        });
    }

    /// Lets those know who wait for it to listen. What they send goes out after what this thread is about to send.
    void listens() {
        if (link.subscriptions().containsKey(Topics.METHOD_CALLS)) {
            parts.desks().methods().listens(link.client(), link);
        }
    }

    void ended() {
        parts.desks().methods().left(link.client(), link);
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
            Optional<FromDevice> said = Topics.fromDevice(message.topicName());
            switch (said.orElse(null)) {
                case FromDevice.Telemetry t when t.from().equals(link.client()) -> telemetry(t, message);
                case FromDevice.TwinGet get -> {
                    acknowledge(message);
                    parts.desks().twins().get(link, get.requestId());
                }
                case FromDevice.ReportedPatch patch -> {
                    acknowledge(message);
                    parts.desks().twins().report(link, patch, message.payload().getBytes());
                }
                case FromDevice.MethodResponse answer -> {
                    acknowledge(message);
                    answered(answer, message.payload().getBytes());
                }
                case FromDevice.Telemetry another -> end(MqttProblems.foreignTopic(message.topicName()));
                case null -> end(MqttProblems.foreignTopic(message.topicName()));
            }
        } catch (IllegalArgumentException malformed) {
            end(MqttProblems.badContent(message.topicName(), MqttDoor.reason(malformed)));
        } catch (ProblemException refused) {
            end(MqttProblems.badContent(message.topicName(), refused.problem().what()));
        }
    }

    private void telemetry(FromDevice.Telemetry telemetry, MqttPublishMessage message) {
        Runnable whenDone = message.qosLevel() == MqttQoS.AT_LEAST_ONCE
                ? () -> link.wire().acknowledge(message.messageId())
                : () -> {};
        if (!parts.desks().messages().take(link, telemetry, message.payload().getBytes(), whenDone)) {
            end(MqttProblems.tooFast());
        }
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
