// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.List;

/// Releases that too few operators have signed.
public interface ProposalRecords {
    /// By number.
    List<StoredProposal> all();

    /// Adds or replaces.
    void put(StoredProposal proposal);

    void delete(long number);
}
