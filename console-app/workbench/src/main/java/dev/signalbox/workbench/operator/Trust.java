// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.operator;

import java.util.List;

/// Whose signatures nodes believe. Everybody may look; only the first owner's console can change it, for its key signs
/// it. All calls ask the hub and wait for it; what goes wrong is a ProblemException.
public interface Trust {
    /// What is in force.
    Trusted inForce();

    /// Believes an operator's key from now on.
    ///
    /// @param publicKey the one whose fingerprint a person compared; refused when the operator shows another by now
    Change believe(String name, String publicKey);

    /// Believes none of an operator's keys any more.
    Change forget(String name);

    /// Says how many operators have to sign a release.
    Change setSignatures(int needed);

    /// What was changed.
    ///
    /// @param countersigned releases that the owner signed as well, for nodes run them and would not believe them
    ///     otherwise
    record Change(Trusted inForce, List<Long> countersigned) {
        public Change {
            countersigned = List.copyOf(countersigned);
        }
    }
}
