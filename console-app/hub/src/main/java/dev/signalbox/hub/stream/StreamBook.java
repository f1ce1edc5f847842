// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.StreamRecords.StoredStream;
import dev.signalbox.protocol.stream.StreamName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All streams at one moment, by name. A message that names no group goes to the group `default`, and one that names no
/// stream to the first stream that was made in its group.
final class StreamBook {
    static final String DEFAULT_GROUP = "default";

    /// By group, then by name.
    private final Map<String, Map<String, Channel>> groups = new HashMap<>();
    private final boolean plain;

    /// @param streams by number
    StreamBook(List<StoredStream> streams) {
        for (StoredStream stream : streams) {
            var channel = Channel.of(stream);
            Map<String, Channel> group = groups.computeIfAbsent(stream.name().group(), _ -> new HashMap<>());
            group.put(stream.name().stream(), channel);
            group.putIfAbsent("", channel);
        }
        plain = find(StreamName.DEFAULT)
                .filter(channel -> channel.number() == Channel.DEFAULT && channel.isPlain())
                .isPresent();
    }

    Optional<Channel> find(StreamName name) {
        String group = name.group().isEmpty() ? DEFAULT_GROUP : name.group();
        return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(name.stream()));
    }

    /// Whether messages that say nothing of their place go to the default stream as they are.
    boolean isPlain() {
        return plain;
    }
}
