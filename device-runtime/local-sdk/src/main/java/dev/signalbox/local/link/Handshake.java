// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.link;

import dev.signalbox.protocol.local.FromAgent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is known of the agent at the other end.
///
/// @param version as it said; empty when it did not
/// @param receipts whether it says what is on its disk
record Handshake(String version, boolean receipts) {
    static final Handshake UNSAID = new Handshake("", false);

    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(\\..*)?");
    private static final int MAJOR = 1;
    private static final int MINOR = 8;

    static Handshake of(FromAgent.Init init) {
        return new Handshake(init.version(), init.receipts());
    }

    /// Whether it is 1.8.0 or newer.
    boolean takesCalls() {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return false;
        }
        int major = Integer.parseInt(parts.group(1));
        return major > MAJOR || (major == MAJOR && Integer.parseInt(parts.group(2)) >= MINOR);
    }
}
