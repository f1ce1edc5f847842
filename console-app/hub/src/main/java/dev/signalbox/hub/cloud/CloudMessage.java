// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.cloud;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// A message to a device. Throws ProblemException `cloud.too-large` or `cloud.time-refused`.
///
/// @param properties application properties, and system ones by their names on the wire: `$.mid`, `$.cid`, `$.uid`,
///     `$.ct`, `$.ce` and `iothub-ack` (`none`, `positive`, `negative` or `full`)
/// @param body up to 64 KB together with the properties, which are up to 60 KB
/// @param timeToLive up to two days
public record CloudMessage(Map<String, String> properties, byte[] body, Duration timeToLive) {
    /// What IoT Hub takes when nothing is said.
    public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofHours(1);

    private static final String ID = "$.mid";
    private static final int LARGEST = 64 * 1024;
    /// Properties travel in a topic, which has at most 65,535 bytes, together with ids and the hub's own.
    private static final int LARGEST_BAG = 60 * 1024;

    private static final Duration LONGEST = Duration.ofDays(2);

    public CloudMessage {
        properties = Map.copyOf(properties);
        int bag = PropertyBags.write(properties).length();
        int size = body.length + bag;
        if (size > LARGEST) {
            throw new ProblemException(CloudProblems.tooLarge(size, LARGEST));
        }
        if (bag > LARGEST_BAG) {
            throw new ProblemException(CloudProblems.tooLarge(bag, LARGEST_BAG));
        }
        if (!timeToLive.isPositive() || timeToLive.compareTo(LONGEST) > 0) {
            throw new ProblemException(CloudProblems.badTime());
        }
    }

    /// The whole bag. System properties come first: clients find the others only behind them.
    Map<String, String> bagFor(DeviceId device) {
        var bag = new LinkedHashMap<String, String>();
        bag.put(ID, properties.getOrDefault(ID, UUID.randomUUID().toString()));
        bag.put("$.to", "/devices/" + device + "/messages/devicebound");
        properties.forEach((name, value) -> {
            if (name.startsWith("$.")) {
                bag.putIfAbsent(name, value);
            }
        });
        properties.forEach(bag::putIfAbsent);
        return bag;
    }
}
