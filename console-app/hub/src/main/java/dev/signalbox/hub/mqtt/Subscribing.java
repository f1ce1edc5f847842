// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.protocol.codec.Topics;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttTopicSubscription;
import java.util.List;
import java.util.Set;

/// Grants what a device of IoT Hub may hear, QoS 2 as 1. Any other filter is refused in its grant and means nothing.
final class Subscribing {
    private final Link link;
    private final Set<String> allowed;

    Subscribing(Link link) {
        this.link = link;
        this.allowed = Set.of(
                Topics.cloudMessages(link.device()),
                Topics.TWIN_RESPONSES,
                Topics.DESIRED_PATCHES,
                Topics.METHOD_CALLS);
    }

    List<MqttQoS> granted(List<MqttTopicSubscription> asked) {
        return asked.stream().map(this::grant).toList();
    }

    private MqttQoS grant(MqttTopicSubscription asked) {
        if (!allowed.contains(asked.topicName())) {
            return MqttQoS.FAILURE;
        }
        MqttQoS granted =
                asked.qualityOfService() == MqttQoS.AT_MOST_ONCE ? MqttQoS.AT_MOST_ONCE : MqttQoS.AT_LEAST_ONCE;
        link.subscriptions().put(asked.topicName(), granted);
        return granted;
    }
}
