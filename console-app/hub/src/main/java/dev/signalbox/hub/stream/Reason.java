// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.protocol.codec.PropertyBags;
import java.util.Arrays;
import java.util.Map;

/// Why a message is a dead letter, in words that stay the same.
enum Reason {
    STREAM_NOT_KNOWN("stream-not-known"),
    MESSAGE_ID_MISSING("message-id-missing"),
    BATCH_ID_MISSING("batch-id-missing"),
    ID_MALFORMED("id-malformed"),
    PAYLOAD_MISSING("payload-missing"),
    PAYLOAD_UNREADABLE("payload-unreadable"),
    ASSEMBLY_UNFINISHED("assembly-unfinished"),
    MESSAGE_COMPLETE("message-complete");

    private final String word;

    Reason(String word) {
        this.word = word;
    }

    /// What the hub adds to the message's properties.
    String bag() {
        return PropertyBags.write(Map.of(Additions.DEAD, word));
    }

    /// The same of one that was sorted more than once.
    String bag(int tries) {
        return tries < 2 ? bag() : bag() + "&" + PropertyBags.write(Map.of(Additions.TRIES, Integer.toString(tries)));
    }

    static boolean isKnown(String word) {
        return Arrays.stream(values()).anyMatch(reason -> reason.word.equals(word));
    }
}
