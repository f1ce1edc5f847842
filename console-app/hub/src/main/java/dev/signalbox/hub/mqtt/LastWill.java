// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.topic.FromDevice;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttWill;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The message a client leaves for the case that its connection ends without a good-bye: telemetry of its own, marked
/// as IoT Hub marks it.
record LastWill(FromDevice.Telemetry telemetry, byte[] payload) {
    private static final String TYPE = "iothub-MessageType";

    /// What was left, if anything. Throws a ProblemException when it may not be published.
    static Optional<LastWill> of(@Nullable MqttWill will, ClientId who) {
        if (will == null || !will.isWillFlag()) {
            return Optional.empty();
        }
        String topic = will.getWillTopic();
        byte[] payload = will.getWillMessageBytes();
        if (will.getWillQos() == MqttQoS.EXACTLY_ONCE.value()) {
            throw new ProblemException(MqttProblems.exactlyOnce());
        }
        if (payload.length > MqttProblems.LARGEST_MESSAGE) {
            throw new ProblemException(MqttProblems.tooLarge(payload.length));
        }
        return Optional.of(new LastWill(marked(topic, who), payload));
    }

    private static FromDevice.Telemetry marked(String topic, ClientId who) {
        try {
            if (Topics.fromDevice(topic).orElse(null) instanceof FromDevice.Telemetry left
                    && left.from().equals(who)) {
                var properties = new LinkedHashMap<>(left.properties());
                properties.put(TYPE, "Will");
                return new FromDevice.Telemetry(who, properties);
            }
            throw new ProblemException(MqttProblems.foreignTopic(topic));
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(MqttProblems.foreignTopic(topic), malformed);
        }
    }
}
