// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.entrance;

import dev.signalbox.operator.session.SignIn;
import dev.signalbox.workbench.operator.Invitation;
import dev.signalbox.workbench.session.Workbench;

/// How one comes in. All calls ask a hub and wait for it; what goes wrong is a ProblemException.
public interface Entrance {
    /// Whether it is known where a hub is, so that a password is enough.
    boolean knowsHub();

    Workbench signIn(SignIn asked);

    Workbench join(Invitation invitation, String password);
}
