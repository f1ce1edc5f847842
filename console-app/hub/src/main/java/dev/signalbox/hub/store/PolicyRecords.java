// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.List;

/// The shared access policies of back ends.
public interface PolicyRecords {
    /// By name.
    List<StoredPolicy> all();

    /// Adds or replaces.
    void put(StoredPolicy policy);

    void delete(String name);
}
