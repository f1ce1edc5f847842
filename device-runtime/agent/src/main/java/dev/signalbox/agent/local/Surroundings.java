// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import dev.signalbox.agent.log.NodeLog;

/// What local apps reach through the node.
///
/// @param changed is called when an app came or went; must not block
public record Surroundings(Intake intake, Calls calls, NodeLog log, Runnable changed) {}
