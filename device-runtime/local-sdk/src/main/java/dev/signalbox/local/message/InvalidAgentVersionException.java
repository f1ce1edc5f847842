// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.message;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;

/// The agent that the app is linked with is older than 1.8.0, or did not say what it is: it takes no calls.
public final class InvalidAgentVersionException extends ProblemException {
    private static final long serialVersionUID = 1;

    /// @param version what the agent said; empty for nothing
    public InvalidAgentVersionException(String version) {
        super(new Problem(
                "local.agent-too-old",
                version.isEmpty()
                        ? "The agent does not say which version it is."
                        : "The agent's version is " + version + ".",
                "Calls need an agent of version 1.8.0 or newer."));
    }
}
