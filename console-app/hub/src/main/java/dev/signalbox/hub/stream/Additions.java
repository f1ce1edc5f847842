// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

/// Names of properties that only the hub adds to messages.
public final class Additions {
    /// Why the message is a dead letter.
    public static final String DEAD = "signalbox-dead";

    /// The uploaded file that holds the payload.
    public static final String FILE = "signalbox-file";

    /// Of how many chunks the message is made.
    public static final String PARTS = "signalbox-parts";

    /// How often a dead letter was sorted, if more than once.
    public static final String TRIES = "signalbox-tries";

    private Additions() {}
}
