// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.ClientId;
import java.util.Map;

/// What devices and modules subscribed to, for as long as they keep their sessions. Goes with the device.
public interface SessionRecords {
    /// Quality of service by topic.
    Map<String, Integer> subscriptions(ClientId who);

    /// Adds or changes; does nothing for a device that is no longer known.
    void subscribe(ClientId who, String topic, int qos);

    void unsubscribe(ClientId who, String topic);

    void clear(ClientId who);
}
