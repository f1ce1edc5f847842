// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;

/// A name that a device gives a part of its file.
///
/// @param text 1 to 128 characters, as the device writes it
public record BlockId(String text) {
    private static final int LONGEST = 128;

    public BlockId {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new ProblemException(FileProblems.badBlocks("a block's id has 1 to " + LONGEST + " characters"));
        }
    }

    /// The same for the same id, and safe whatever that is.
    String fileName() {
        return "block-" + Digests.of(text).hex();
    }
}
