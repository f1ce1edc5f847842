// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;

/// The sizes a hub takes. It closes the connection on larger ones, so they are refused before they are kept.
public final class MessageSize {
    private static final int MAX_PAYLOAD = 256 * 1024;
    private static final long MAX_FILE = 1L << 30;
    private static final int MAX_PROPERTIES = 32 * 1024;

    private MessageSize() {}

    /// @param bag the properties as they stand in the topic
    public static void check(byte[] payload, String bag) {
        if (payload.length > MAX_PAYLOAD) {
            throw new ProblemException(new Problem(
                    "message.too-large",
                    "The message has " + payload.length + " bytes; a hub takes up to " + MAX_PAYLOAD + " (256 KB).",
                    "Split it, or send less."));
        }
        checkProperties(bag);
    }

    static void checkProperties(String bag) {
        if (bag.length() > MAX_PROPERTIES) {
            throw new ProblemException(new Problem(
                    "message.properties-too-large",
                    "The properties of the message take " + bag.length() + " characters; up to " + MAX_PROPERTIES
                            + " fit in its topic.",
                    "Put the large ones into the body."));
        }
    }

    static void checkFile(long bytes) {
        if (bytes > MAX_FILE) {
            throw new ProblemException(new Problem(
                    "message.too-large",
                    "The message has " + bytes + " bytes; a hub takes files of up to " + MAX_FILE + " (1 GiB).",
                    "Send it in chunks."));
        }
    }
}
