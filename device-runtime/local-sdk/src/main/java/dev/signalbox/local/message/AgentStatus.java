// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.message;

/// How it stands with the node on this machine.
public enum AgentStatus {
    /// The app is linked with the node: calls and messages go through.
    STARTED,
    /// The node is about to end, and will come back. Still linked.
    STOPPING,
    /// The app is not linked any more. It tries to be again every 200 ms.
    STOPPED
}
