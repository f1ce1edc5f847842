// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

import dev.signalbox.operator.authority.AuthorityView;
import dev.signalbox.operator.authority.NewAuthority;
import java.util.List;
import java.util.OptionalLong;

/// The authorities whose signature on a device's certificate lets the device in. All calls ask the hub and wait for it;
/// what goes wrong is a ProblemException.
public interface Authorities {
    /// By name.
    List<AuthorityView> list();

    /// Enters one. Unless the operator vouches for it, it lets nobody in before it is verified.
    AuthorityView add(NewAuthority authority);

    /// Proves that its key is in the right hands.
    ///
    /// @param certificate as PEM, signed by the authority for its verification code
    AuthorityView verify(String name, String certificate);

    /// Cuts off the devices it let in.
    void delete(String name);

    /// How many devices come in by an authority, whichever of them; empty when the hub cannot say.
    OptionalLong devices();
}
