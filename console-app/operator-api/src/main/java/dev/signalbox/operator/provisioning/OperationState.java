// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.provisioning;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Where a device stands that asked to be let in. A move that is not listed is refused.
public enum OperationState {
    /// A person is to decide.
    WAITING,
    /// Let in; the device has not come for its registration yet.
    APPROVED,
    /// The device has its registration.
    COLLECTED,
    /// A person said no.
    REJECTED,
    /// Taken back, by a person or because another device was let in by this id.
    CANCELLED,
    /// Nobody decided, or the device did not come back, in time.
    EXPIRED;

    private static final Map<OperationState, Set<OperationState>> MOVES = new EnumMap<>(Map.of(
            WAITING, EnumSet.of(APPROVED, REJECTED, CANCELLED, EXPIRED),
            APPROVED, EnumSet.of(COLLECTED, CANCELLED, EXPIRED),
            COLLECTED, EnumSet.of(CANCELLED)));

    public boolean canBecome(OperationState next) {
        return MOVES.getOrDefault(this, Set.of()).contains(next);
    }

    /// Throws IllegalStateException when it cannot go there.
    public OperationState moveTo(OperationState next) {
        if (!canBecome(next)) {
            throw new IllegalStateException("An operation cannot go from " + this + " to " + next);
        }
        return next;
    }
}
