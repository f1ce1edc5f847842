// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.protocol.codec.Topics;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttTopicSubscription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Grants what a device of IoT Hub may hear, QoS 2 as 1. Any other filter is refused in its grant and means nothing.
final class Subscribing {
    private final Set<String> allowed;

    Subscribing(Link link) {
        var forAll = Stream.of(Topics.TWIN_RESPONSES, Topics.DESIRED_PATCHES, Topics.METHOD_CALLS);
        this.allowed = Stream.concat(forAll, link.cloudMessages().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// An answer to each, in their order.
    List<MqttQoS> granted(List<MqttTopicSubscription> asked) {
        return asked.stream().map(this::grant).toList();
    }

    /// What is granted, by topic.
    Map<String, MqttQoS> held(List<MqttTopicSubscription> asked) {
        var held = new HashMap<String, MqttQoS>();
        for (MqttTopicSubscription one : asked) {
            if (allowed.contains(one.topicName())) {
                held.put(one.topicName(), grant(one));
            }
        }
        return held;
    }

    /// The answers when nothing could be granted.
    static List<MqttQoS> none(List<MqttQoS> granted) {
        return granted.stream().map(_ -> MqttQoS.FAILURE).toList();
    }

    private MqttQoS grant(MqttTopicSubscription asked) {
        if (!allowed.contains(asked.topicName())) {
            return MqttQoS.FAILURE;
        }
        return asked.qualityOfService() == MqttQoS.AT_MOST_ONCE ? MqttQoS.AT_MOST_ONCE : MqttQoS.AT_LEAST_ONCE;
    }
}
