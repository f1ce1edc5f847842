// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.query.Source;

/// Whose twin it is. Each kind has numbers and paths of its own, so that a search for one never meets another.
enum Kind {
    DEVICE("", 0, 1L << 40),
    MODULE("~3", 1L << 40, 1L << 41);

    private final String prefix;
    private final long before;
    private final long last;

    Kind(String prefix, long before, long last) {
        this.prefix = prefix;
        this.before = before;
        this.last = last;
    }

    static Kind of(ClientId id) {
        return id.module().isEmpty() ? DEVICE : MODULE;
    }

    static Kind of(Source source) {
        return source == Source.MODULES ? MODULE : DEVICE;
    }

    /// What the paths of this kind begin with.
    String prefix() {
        return prefix;
    }

    /// The number before the first one.
    long before() {
        return before;
    }

    /// The last number there can be.
    long last() {
        return last;
    }
}
