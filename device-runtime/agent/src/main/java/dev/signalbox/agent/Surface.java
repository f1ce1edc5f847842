// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.agent.guard.Supervisor;
import dev.signalbox.agent.local.SocketFile;
import dev.signalbox.agent.log.Terminal;
import java.util.Optional;

/// What a node has of the machine around its process.
///
/// @param socket where local apps find it; empty for nowhere
record Surface(Terminal terminal, Optional<SocketFile> socket, Supervisor supervisor) {}
