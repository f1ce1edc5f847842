// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import static java.util.Map.entry;

import dev.signalbox.hub.stream.Additions;
import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.protocol.stream.StreamProperty;
import dev.signalbox.protocol.topic.Reserved;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How a flat message calls what its properties say. A device's own properties are called `property.` and their name;
/// what tells only how a message travelled is left out.
final class Names {
    static final String KEY = "message.key";

    private static final String MESSAGE = "message.id";
    private static final Map<String, String> OURS = Map.ofEntries(
            entry(StreamProperty.MESSAGE.wireName(), MESSAGE),
            entry(StreamProperty.BATCH.wireName(), "batch.id"),
            entry(StreamProperty.SLICE.wireName(), "batch.slice.id"),
            entry(StreamProperty.SITE.wireName(), "site.id"),
            entry(StreamProperty.GROUP.wireName(), "stream.group"),
            entry(StreamProperty.STREAM.wireName(), "stream.name"),
            entry(Additions.DEAD, "dead.reason"),
            entry(Reserved.STEP.wireName(), "step"),
            entry(Reserved.APP.wireName(), "app"));
    private static final Set<String> HOW_IT_TRAVELLED = Set.of(
            StreamProperty.CHUNK.wireName(),
            StreamProperty.ENCODING.wireName(),
            StreamProperty.EXTERNALISED.wireName(),
            StreamProperty.COMPLETE_BATCH.wireName(),
            StreamProperty.COMPLETE_MESSAGE.wireName(),
            StreamProperty.IGNORE_PAYLOAD.wireName());
    private static final Set<String> FIXED =
            Set.of("ident", "timestamp", "server.timestamp", "channel.id", "protocol.id", "peer", KEY);

    private Names() {}

    /// By name. A message without an id of its own is known by its key.
    static Map<String, String> properties(Keyed message) {
        var named = new TreeMap<String, String>();
        named.put(MESSAGE, Long.toString(message.key()));
        message.message().properties().forEach((name, value) -> {
            String known = OURS.get(name);
            if (known != null) {
                named.put(known, value);
            } else if (!HOW_IT_TRAVELLED.contains(name) && !name.startsWith(Reserved.PREFIX)) {
                named.put("property." + name, value);
            }
        });
        return named;
    }

    static boolean isOurs(String name) {
        return FIXED.contains(name) || OURS.containsValue(name) || name.startsWith("property.");
    }
}
