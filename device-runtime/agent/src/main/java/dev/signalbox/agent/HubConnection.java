// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.agent.identity.Identity;
import dev.signalbox.agent.local.LocalSide;
import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;

/// Says to those at the machine whether the node is connected to its hub: to who reads its output or its
/// log, and to local apps. Told on the link's thread.
final class HubConnection {
    private final Identity identity;
    private final LocalSide local;
    private final NodeLog log;
    private String lastTrouble = "";

    HubConnection(Identity identity, LocalSide local, NodeLog log) {
        this.identity = identity;
        this.local = local;
        this.log = log;
    }

    void made() {
        lastTrouble = "";
        System.out.println(
                "Node " + identity.id() + " signed in to " + identity.hub().host());
        local.connection(true);
    }

    /// The same trouble is said once, not at each attempt.
    ///
    /// @param connected whether it is all the same: it may be back by now
    void troubled(Problem why, boolean connected) {
        local.connection(connected);
        if (!why.what().equals(lastTrouble)) {
            lastTrouble = why.what();
            log.runtime(LogLevel.WARNING, why.toString());
        }
    }
}
