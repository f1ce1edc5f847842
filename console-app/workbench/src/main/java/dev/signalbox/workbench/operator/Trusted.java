// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.operator;

import dev.signalbox.protocol.trust.TrustDocument.OperatorKey;
import java.util.List;
import java.util.Optional;

/// Whose signatures count.
///
/// @param keys of the operators who may sign
/// @param signatures how many of them a release needs
/// @param ownerHere whether this console has the key that signs changes
public record Trusted(long version, List<OperatorKey> keys, int signatures, boolean ownerHere) {
    public Trusted {
        keys = List.copyOf(keys);
    }

    /// Whether nodes believe what is signed with that key under that name.
    public boolean believes(String name, Optional<String> publicKey) {
        return keys.stream()
                .anyMatch(key -> key.name().equals(name)
                        && publicKey.filter(key.publicKey()::equals).isPresent());
    }
}
