// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import java.time.Duration;

/// How long things of provisioning last, all by the hub's clock.
final class Lives {
    /// A device waits so long for a person.
    static final Duration WAITING = Duration.ofHours(1);
    /// An approved device may come for its registration so long, again too if the answer was lost.
    static final Duration COLLECTING = Duration.ofHours(24);

    static final Duration REGISTRATION = Duration.ofDays(30);
    /// A registration token that was refreshed is good so long beside its child, or until that is used.
    static final Duration GRACE = Duration.ofHours(24);
    /// Before this part of its life is over a registration token is not refreshed.
    static final int EARLIEST_REFRESH = 4;

    static final Duration SIGNATURE = Duration.ofHours(24);
    /// Operators see what was decided within this time.
    static final Duration SHOWN = Duration.ofDays(1);
    /// What ended is forgotten after this time.
    static final Duration KEPT = Duration.ofDays(90);

    private Lives() {}
}
