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

    private final Map<StreamName, Channel> byName = new HashMap<>();
    private final boolean plain;

    /// @param streams by number
    StreamBook(List<StoredStream> streams) {
        for (StoredStream stream : streams) {
            var channel = Channel.of(stream);
            byName.put(stream.name(), channel);
            byName.putIfAbsent(new StreamName(stream.name().group(), ""), channel);
        }
        plain = find(StreamName.DEFAULT)
                .filter(channel -> channel.number() == Channel.DEFAULT && channel.isPlain())
                .isPresent();
    }

    Optional<Channel> find(StreamName name) {
        String group = name.group().isEmpty() ? DEFAULT_GROUP : name.group();
        return Optional.ofNullable(byName.get(new StreamName(group, name.stream())));
    }

    /// Whether messages that say nothing of their place go to the default stream as they are.
    boolean isPlain() {
        return plain;
    }
}
