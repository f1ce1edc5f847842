// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.local;

import tools.jackson.databind.node.ObjectNode;

/// What a node says to a local app. Read and written by `codec.LocalLines`.
public sealed interface FromAgent {
    /// What the node is; says nothing of older agents, which do not say it.
    ///
    /// @param version `major.minor.patch`
    /// @param receipts whether it says which messages are on its disk. Ours, not iottly's, whose SDK skips it
    record Init(String version, boolean receipts) implements FromAgent {}

    /// Whether the node is connected to its hub; on attaching and at each change.
    record Link(boolean connected) implements FromAgent {}

    /// What the node is about to do, such as `stopping`.
    record Status(String status) implements FromAgent {}

    /// Something the app is to do.
    record Command(String name, ObjectNode parameters) implements FromAgent {}

    /// The message with this id, and all before it that the app sent over this connection, are on the node's disk.
    record Received(String id) implements FromAgent {}
}
