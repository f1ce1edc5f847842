// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.release;

import java.util.List;
import java.util.Optional;

/// What came of a signature under a proposal.
///
/// @param signed names of those who have signed
/// @param release what was released, if these were enough
public record Approved(List<String> signed, Optional<ReleaseSummary> release) {
    public Approved {
        signed = List.copyOf(signed);
    }
}
