// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.link;

import dev.signalbox.local.message.AgentStatus;
import dev.signalbox.protocol.local.FromAgent;

/// What a link tells. Must not block.
public interface LinkListener {
    void status(AgentStatus status);

    void connection(boolean connected);

    void command(FromAgent.Command command);
}
