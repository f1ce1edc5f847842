// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

import java.util.List;

/// Which dead letters are to leave, and how: those with the keys, or all of a reason that are there by then.
///
/// @param reason the hub's word, as in the property `signalbox-dead`; empty where keys are given
/// @param keys at most `MOST_KEYS`; empty for all of a reason
public record NewClearing(ClearingWay way, String reason, List<Long> keys) {
    /// So many keys may be given at once.
    public static final int MOST_KEYS = 1000;

    public NewClearing {
        keys = List.copyOf(keys);
    }

    public static NewClearing of(ClearingWay way, List<Long> keys) {
        return new NewClearing(way, "", keys);
    }

    public static NewClearing of(ClearingWay way, String reason) {
        return new NewClearing(way, reason, List.of());
    }
}
