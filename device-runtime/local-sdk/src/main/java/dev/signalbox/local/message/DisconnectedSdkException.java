// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.message;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;

/// The app is not linked with a node, so nothing was called. Try again after `AgentStatus.STARTED`.
public final class DisconnectedSdkException extends ProblemException {
    private static final long serialVersionUID = 1;

    /// @param app its name
    public DisconnectedSdkException(String app) {
        super(new Problem(
                "local.disconnected",
                "The app " + app + " is not linked with a node.",
                "Call again once its status is STARTED."));
    }
}
