// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.local;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a local app says to its node. Read and written by `codec.LocalLines`.
public sealed interface FromApp {
    /// The app's name, not empty. Each line has it, because messages may come before the app has said that it is there.
    String app();

    /// It is there.
    ///
    /// @param version of its SDK; empty before 1.3.0
    record Connected(String app, String version) implements FromApp {}

    /// It goes away on purpose.
    record Disconnected(String app) implements FromApp {}

    /// Code of the app threw when it was told of something.
    ///
    /// @param type name of what was thrown
    record Failed(String app, String type, String text) implements FromApp {}

    /// A message for the hub.
    ///
    /// @param channel where it is to go; empty for nowhere in particular
    /// @param id how the app knows it again when the node says it is safe; empty when it does not ask. Ours, not
    ///     iottly's: only said to a node that gives receipts
    record Data(String app, JsonNode payload, String channel, String id) implements FromApp {}

    /// Something a service of the node is to do.
    ///
    /// @param arguments empty object for none
    record Call(String app, String command, ObjectNode arguments) implements FromApp {}
}
