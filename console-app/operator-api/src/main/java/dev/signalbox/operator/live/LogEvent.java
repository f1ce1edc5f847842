// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.live;

import dev.signalbox.protocol.report.LogLine;

/// A log line with the node it came from. `/live/logs` sends arrays of these as event `logs`.
///
/// @param node the device id, or `HUB`
public record LogEvent(String node, LogLine line) {
    /// What lines of the hub itself have as node. No device id begins like this, so none can pass for the hub.
    public static final String HUB = ":hub";
}
