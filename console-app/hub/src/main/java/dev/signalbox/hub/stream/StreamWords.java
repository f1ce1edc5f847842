// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.protocol.stream.MessageIds;

/// Looks at the words by which a message says where it belongs.
final class StreamWords {
    private static final String[] WORDS = {"stream-", "-id=", "complete-", "content-enc", "ignore-", "externalized"};
    private static final int LONGEST_ID = 128;

    private StreamWords() {}

    /// False if a bag says nothing of the message's place; most do not, and need not be read then.
    static boolean in(String bag) {
        for (String word : WORDS) {
            if (bag.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// Whether ids can stand in a path, and are not longer than they may be.
    static boolean areIds(MessageIds ids) {
        return ids.equals(MessageIds.NONE)
                || (isId(ids.batch()) && isId(ids.message()) && isId(ids.slice()) && isId(ids.chunk()));
    }

    private static boolean isId(String id) {
        return id.length() <= LONGEST_ID
                && id.chars().noneMatch(c -> c == '/' || c == '#' || Character.isISOControl(c));
    }
}
