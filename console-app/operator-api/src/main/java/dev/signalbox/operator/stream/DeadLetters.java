// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

import java.util.List;
import java.util.Optional;

/// The dead letters by reason, and the last clearing of some.
///
/// @param reasons by word
/// @param more whether there are more dead letters than were counted
/// @param clearing absent if there was none
public record DeadLetters(List<ReasonCount> reasons, boolean more, Optional<ClearingView> clearing) {
    public DeadLetters {
        reasons = List.copyOf(reasons);
    }

    /// @param reason the hub's word
    public record ReasonCount(String reason, long letters) {}
}
