// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.stream.NewClearing;
import java.util.List;

/// A clearing of dead letters and how far it has come.
///
/// @param wanted with its keys in order
public record StoredClearing(NewClearing wanted, Asked asked, Span span, Tally tally) {
    /// @param at in ms since 1970
    /// @param by the operator
    public record Asked(long at, String by) {}

    /// The keys that are left: from one on, up to before another.
    public record Span(long next, long end) {
        public boolean isEmpty() {
            return next >= end;
        }
    }

    /// @param letters so many it is about
    /// @param stayed so many of those that are done are dead letters still, or again
    public record Tally(long letters, long done, long stayed) {
        public Tally one(boolean stays) {
            return new Tally(letters, done + 1, stayed + (stays ? 1 : 0));
        }
    }

    public boolean isRunning() {
        return !span.isEmpty();
    }

    /// The first key that may be meant and is not done.
    public long next() {
        List<Long> keys = wanted.keys();
        return keys.isEmpty()
                ? span.next()
                : keys.stream().filter(key -> key >= span.next()).findFirst().orElse(span.end());
    }

    /// @param next the key from which on nothing is done
    public StoredClearing at(long next, Tally now) {
        return new StoredClearing(wanted, asked, new Span(Math.min(next, span.end()), span.end()), now);
    }
}
