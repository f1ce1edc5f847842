// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.Optional;

/// Secrets, encrypted before they come here.
public interface SecretRecords {
    /// The newest version; 0 if there is none.
    long lastVersion(String id);

    Optional<byte[]> sealed(String id, long version);

    void add(String id, long version, byte[] sealed);
}
