// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import java.util.Locale;
import java.util.OptionalLong;

/// What part of a stream was looked at.
///
/// @param from the smallest key
/// @param to the key after the largest
/// @param oldest key that is kept
record Reach(long from, long to, long oldest) {
    static final Reach NONE = new Reach(-1, -1, -1);

    boolean isNone() {
        return equals(NONE);
    }

    Reach and(Backwards.Step step) {
        return new Reach(step.low(), isNone() ? step.nextKey() : to, step.oldestKey());
    }

    Reach upTo(long next) {
        return new Reach(from, Math.max(to, next), oldest);
    }

    /// Where to look on; absent if nothing was looked at.
    OptionalLong before() {
        return isNone() ? OptionalLong.empty() : OptionalLong.of(from);
    }

    /// Of a list of all messages.
    ///
    /// @param whole whether there are no others; keys may be missing, as of dead letters that left
    String words(int shown, boolean whole) {
        if (isNone()) {
            return "Reading…";
        }
        long kept = whole ? shown : Math.max(shown, to - oldest);
        return kept == 0 ? "No messages" : String.format(Locale.ROOT, "%,d of %,d messages", shown, kept);
    }

    /// Of a search.
    String words(int found, More more) {
        String looked = isNone()
                ? "Looking…"
                : String.format(
                        Locale.ROOT,
                        "Looked at %,d of %,d, found %,d",
                        to - Math.max(from, oldest),
                        to - oldest,
                        found);
        return more == More.STOPPED ? "Stopped. " + looked : looked;
    }
}
