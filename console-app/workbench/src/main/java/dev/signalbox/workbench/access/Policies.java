// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

import dev.signalbox.operator.policy.PolicyView;
import java.util.List;

/// The hub's shared access policies. All calls ask the hub and wait for it; what goes wrong is a ProblemException.
public interface Policies {
    /// By name, each with its keys, which are secret.
    List<PolicyView> list();

    /// Makes a policy, or gives a known one these permissions; its keys stay.
    PolicyView put(String name, List<String> permissions);

    /// Gives it two new keys.
    PolicyView renew(String name);

    void delete(String name);
}
