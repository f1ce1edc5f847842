// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.local;

import tools.jackson.databind.node.ObjectNode;

/// What an operator has a node tell a local app.
///
/// @param app its name
/// @param command an object with one member: the command's name and its parameters, an object
public record AppCommand(String app, ObjectNode command) {}
