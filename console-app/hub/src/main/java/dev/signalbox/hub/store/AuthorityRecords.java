// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.List;

/// The authorities that sign devices' certificates.
public interface AuthorityRecords {
    /// By name.
    List<StoredAuthority> all();

    /// Adds or replaces.
    void put(StoredAuthority authority);

    void delete(String name);
}
