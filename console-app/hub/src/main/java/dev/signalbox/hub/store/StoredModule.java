// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

/// A module of a device: a second identity with keys and a twin of its own.
///
/// @param primaryKey base64, secret
/// @param secondaryKey base64, secret
/// @param managedBy what it says of itself, may be empty
public record StoredModule(
        String id, String primaryKey, String secondaryKey, String managedBy, StoredRegistration registration) {
    /// Without the keys.
    @Override
    public String toString() {
        return "module " + id;
    }
}
