// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.Set;
import java.util.TreeSet;

/// A shared access policy as the store keeps it.
///
/// @param primaryKey base64, secret
/// @param secondaryKey base64, secret
public record StoredPolicy(String name, String primaryKey, String secondaryKey, Set<Permission> permissions) {
    public StoredPolicy {
        permissions = java.util.Collections.unmodifiableSet(new TreeSet<>(permissions));
    }

    /// Whether it lets its holder do this.
    public boolean grants(Permission wanted) {
        return permissions.contains(wanted)
                || (wanted == Permission.REGISTRY_READ && permissions.contains(Permission.REGISTRY_WRITE));
    }

    /// Without the keys.
    @Override
    public String toString() {
        return "policy " + name + " " + permissions;
    }
}
