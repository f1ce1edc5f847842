// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.StreamRecords.StoredStream;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.StreamRules;
import java.util.Optional;

/// A stream as messages are sorted by it.
///
/// @param number its channel
/// @param messagePattern by which missing ids are made, if they are
/// @param batchPattern the same of batches
record Channel(long number, StreamRules rules, Optional<Autofill> messagePattern, Optional<Autofill> batchPattern) {
    static final long DEAD_LETTERS = 0;
    static final long DEFAULT = 1;

    static Channel of(StoredStream stream) {
        StreamRules rules = stream.rules();
        return new Channel(
                stream.number(),
                rules,
                pattern(rules.messageIds(), rules.messagePattern()),
                pattern(rules.batchIds(), rules.batchPattern()));
    }

    private static Optional<Autofill> pattern(IdRule rule, String pattern) {
        return rule == IdRule.PATTERN ? Optional.of(Autofill.parse(pattern)) : Optional.empty();
    }

    /// Whether a message that says nothing of its place needs nothing else to be known.
    boolean isPlain() {
        return rules.messageIds() == IdRule.FROM_KEY && rules.batchIds() == IdRule.NONE;
    }
}
