// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.query.SavedQuery;
import java.util.List;

/// Queries that operators keep. Their names are compared without regard to case.
public interface SavedQueryRecords {
    /// By name.
    List<SavedQuery> all();

    /// Adds or replaces.
    void put(SavedQuery query);

    void delete(String name);
}
