// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.flow.Flow;
import java.util.List;
import java.util.Optional;

/// Flows. Their names are compared without regard to case, as addresses are.
public interface FlowRecords {
    Optional<Flow> find(String name);

    List<Flow> all();

    /// Adds or replaces.
    void put(Flow flow);

    void delete(String name);
}
