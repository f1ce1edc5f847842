// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.stream.StreamName;
import java.util.List;
import java.util.Optional;

/// The hub's streams, as channels that programs read.
record Channels(List<StreamView> streams) {
    static final Channels NONE = new Channels(List.of());

    Channels {
        streams = List.copyOf(streams);
    }

    Optional<StreamView> find(long number) {
        return streams.stream().filter(one -> one.number() == number).findFirst();
    }

    /// Its number, and its name if it is still there.
    String name(long number) {
        return find(number).map(Channels::name).orElse(number + " (deleted)");
    }

    static String name(StreamView stream) {
        return stream.number() + " " + words(stream.name());
    }

    /// The dead letters are in no group.
    private static String words(StreamName name) {
        return name.group().isEmpty() ? name.stream() : name.toString();
    }
}
