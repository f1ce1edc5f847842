// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

/// Ends a thread that runs the code of a stopped service. An Error, so that `catch (Exception e)` lets it pass; an
/// author
/// cannot name it. Its stack trace is an ordinary one: `Tether.line` finds the author's line in it.
public final class ServiceStopped extends Error {
    ServiceStopped(String reason) {
        super(reason);
    }
}
